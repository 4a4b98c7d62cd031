# JSON, inside only.
find_package(nlohmann_json 3.9 REQUIRED)
