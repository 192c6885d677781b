// A value or an error. Fallible functions return Result; nobody throws.
//
//   Result<Module*, Diagnostic> parse(...);         lexer, parser, compiler: the error is a Diagnostic
//   Result<Ref> get_item(...);                      vm, builtins: the exception is pending in the thread
//
//   Module* module = KRAIT_TRY(parse(file));        take the value or return the error to our caller
//   KRAIT_CHECK(emit(code));                        the same for Result<void, E>, or to drop the value
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace krait {

// The error type of functions that keep the error elsewhere (an exception pending in the thread).
struct Raised {};

// An error on its way out: converts to any Result with the same error type.
template <class E = Raised>
struct [[nodiscard]] Failure {
    E error;
};
template <class E>
Failure(E) -> Failure<E>;

// `return fail(diagnostic);`
template <class E>
Failure<std::decay_t<E>> fail(E&& error) {
    return {std::forward<E>(error)};
}

template <class T, class E = Raised>
class [[nodiscard]] Result {
  public:
    using value_type = T;
    using error_type = E;

    Result(T value) : ok_(true) { std::construct_at(&value_, std::move(value)); }
    Result(Failure<E> failure) : ok_(false) { std::construct_at(&error_, std::move(failure.error)); }

    // A pointer to a derived class, a Ref from a pointer, and the like.
    template <class U>
        requires(!std::is_same_v<std::decay_t<U>, T> && !std::is_same_v<std::decay_t<U>, Result> &&
                 !std::is_same_v<std::decay_t<U>, Failure<E>> && std::is_convertible_v<U &&, T>)
    Result(U&& value) : ok_(true) {
        std::construct_at(&value_, std::forward<U>(value));
    }

    Result(Result&& other) noexcept : ok_(other.ok_) { move_from(other); }
    Result& operator=(Result&& other) noexcept {
        if (this != &other) {
            destroy();
            ok_ = other.ok_;
            move_from(other);
        }
        return *this;
    }
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() { destroy(); }

    bool ok() const { return ok_; }
    explicit operator bool() const { return ok_; }

    // Only when ok().
    T& value() & { return value_; }
    const T& value() const& { return value_; }
    T&& value() && { return std::move(value_); }
    T& operator*() & { return value_; }
    const T& operator*() const& { return value_; }
    T&& operator*() && { return std::move(value_); }
    T* operator->() { return &value_; }
    const T* operator->() const { return &value_; }
    T take() { return std::move(value_); }
    T value_or(T other) && { return ok_ ? std::move(value_) : std::move(other); }

    // Only when !ok().
    E& error() & { return error_; }
    const E& error() const& { return error_; }
    Failure<E> take_failure() { return {std::move(error_)}; }

  private:
    void move_from(Result& other) {
        if (ok_)
            std::construct_at(&value_, std::move(other.value_));
        else
            std::construct_at(&error_, std::move(other.error_));
    }
    void destroy() {
        if (ok_)
            std::destroy_at(&value_);
        else
            std::destroy_at(&error_);
    }

    union {
        T value_;
        E error_;
    };
    bool ok_;
};

template <class E>
class [[nodiscard]] Result<void, E> {
  public:
    using value_type = void;
    using error_type = E;

    Result() : ok_(true) {}
    Result(Failure<E> failure) : ok_(false) { std::construct_at(&error_, std::move(failure.error)); }
    Result(Result&& other) noexcept : ok_(other.ok_) { move_from(other); }
    Result& operator=(Result&& other) noexcept {
        if (this != &other) {
            destroy();
            ok_ = other.ok_;
            move_from(other);
        }
        return *this;
    }
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() { destroy(); }

    bool ok() const { return ok_; }
    explicit operator bool() const { return ok_; }
    void take() {}

    E& error() & { return error_; }
    const E& error() const& { return error_; }
    Failure<E> take_failure() { return {std::move(error_)}; }

  private:
    void move_from(Result& other) {
        if (!ok_) std::construct_at(&error_, std::move(other.error_));
    }
    void destroy() {
        if (!ok_) std::destroy_at(&error_);
    }

    union {
        E error_;
    };
    bool ok_;
};

}  // namespace krait

// A statement expression (GCC and clang): the value of a Result, or `return` of its error.
#define KRAIT_TRY(expression)                                          \
    ({                                                                 \
        auto krait_try_result = (expression);                          \
        if (!krait_try_result) return krait_try_result.take_failure(); \
        krait_try_result.take();                                       \
    })

#define KRAIT_CHECK(expression)                                            \
    do {                                                                   \
        auto krait_check_result = (expression);                            \
        if (!krait_check_result) return krait_check_result.take_failure(); \
    } while (false)
