# JSON. Not in the public headers.
find_package(nlohmann_json 3.9 REQUIRED)
