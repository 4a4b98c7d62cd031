// A TIFF file in memory, opened by libtiff.
#pragma once

#include "base/owned.hpp"
#include "photo/bytes.hpp"

#include <tiffio.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace mediaedit::internal {

/// Extends a truncated file: bytes beyond its end are read as `filler`.
struct TiffExtension {
    std::uint64_t size = 0;  ///< of the extended file; 0: not extended
    std::uint8_t filler = 0;
};

/// A libtiff handle for bytes in memory. Stores libtiff's messages instead of printing them.
/// Threads: one at a time; several handles for the same bytes are independent.
class TiffFile {
public:
    /// Does not read a directory yet. libtiff never allocates more than `max_alloc_bytes` at once.
    TiffFile(Bytes bytes, std::int64_t max_alloc_bytes, TiffExtension extension = {});
    TiffFile(TiffFile&&) noexcept = default;
    /// Closes the old handle before its input is destroyed.
    TiffFile& operator=(TiffFile&& other) noexcept {
        tiff_ = std::move(other.tiff_);
        input_ = std::move(other.input_);
        complaints_ = std::move(other.complaints_);
        return *this;
    }
    ~TiffFile() = default;

    [[nodiscard]] TIFF* get() const noexcept { return tiff_.get(); }
    [[nodiscard]] bool is_open() const noexcept { return tiff_ != nullptr; }

    /// Reads the first directory, then the next one with each call. False: there is none, or it is
    /// invalid.
    bool read_next_directory();

    /// The value of a tag; `otherwise` if it is absent and libtiff has no default.
    [[nodiscard]] std::uint32_t number(std::uint32_t tag, std::uint32_t otherwise = 0) const;
    [[nodiscard]] std::uint16_t short_number(std::uint32_t tag, std::uint16_t otherwise = 0) const;
    [[nodiscard]] std::string text(std::uint32_t tag) const;
    /// The bytes of a tag. Valid until another directory is read.
    [[nodiscard]] Bytes data(std::uint32_t tag) const;

    [[nodiscard]] const std::string& first_error() const noexcept {
        return complaints_->first_error;
    }
    /// Whether libtiff has reported damaged pixels since the last call of forget_complaints().
    [[nodiscard]] bool pixels_damaged() const noexcept { return complaints_->pixels_damaged; }
    void forget_complaints() noexcept { *complaints_ = {}; }

private:
    struct Complaints {
        std::string first_error;
        bool pixels_damaged = false;
    };
    struct Input {
        Bytes bytes;
        TiffExtension extension;
        std::uint64_t at = 0;
        [[nodiscard]] std::uint64_t size() const;
    };

    static tmsize_t read(thandle_t handle, void* to, tmsize_t count);
    static toff_t seek(thandle_t handle, toff_t offset, int whence);

    // On the heap, because libtiff keeps their addresses.
    std::unique_ptr<Complaints> complaints_;
    std::unique_ptr<Input> input_;
    Owned<TIFF, &TIFFClose> tiff_;
};

}  // namespace mediaedit::internal
