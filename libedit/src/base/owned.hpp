// Owners for the handles of C libraries.
#pragma once

#include <memory>

namespace mediaedit::internal {

/// Calls the C library's own release function.
template <auto release>
struct Releases {
    void operator()(auto* handle) const noexcept { release(handle); }
};

/// For release functions that take the handle's address, to set it to null.
template <auto release>
struct ReleasesByAddress {
    void operator()(auto* handle) const noexcept { release(&handle); }
};

template <class T, auto release>
using Owned = std::unique_ptr<T, Releases<release>>;
template <class T, auto release>
using OwnedByAddress = std::unique_ptr<T, ReleasesByAddress<release>>;

}  // namespace mediaedit::internal
