// A folder that is removed after the test.
#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <iterator>
#include <stdexcept>

namespace mediaedit::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    auto name = (fs::temp_directory_path() / "mediaedit-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::permissions(path_, fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
}

int TemporaryFolder::entries() const {
    return static_cast<int>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
}

}  // namespace mediaedit::test
