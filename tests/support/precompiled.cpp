// Nothing: the target it belongs to holds the precompiled headers of the tests.
