# Writes a C++ file that holds INPUT as the text mediaedit::internal::NAME.
# cmake -DINPUT= -DOUTPUT= -DNAME= -P embed.cmake
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUTPUT} "// Made from ${NAME}; edit the data file instead.
#include <string_view>
namespace mediaedit::internal {
namespace {
constexpr unsigned char bytes[] = {${bytes}};
}
extern const std::string_view ${NAME};
const std::string_view ${NAME}(reinterpret_cast<const char*>(bytes), sizeof bytes);
}
")
