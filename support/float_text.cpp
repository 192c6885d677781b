namespace krait {}
