// Ownership in types, and error returns.
//
// 1. `Value` as a parameter is borrowed for the call. `Ref` owns. Results are `Ref` (owned, or ERROR with an exception
//    pending in the thread), `Fallible<T>` for plain data, `Status` for nothing.
// 2. Return `Failed` (what raise_*() gives) from any of them to report failure; TRY(expr) passes a failure on:
//        Ref text = TRY(to_str(t, v));     int64_t n = TRY(as_index(t, v));     TRY(list_append(t, l, v));
// 3. A borrowed element of a mutable container becomes a Ref (`Ref item = own(v)`) before any call that may run Python
//    code; sizes and indexes are read again after it.
// 4. No bare counting outside this file, vm/object/object.h, container internals and the evaluation loop.
#pragma once

#include <utility>

#include "vm/object/object.h"

namespace krait {

struct Failed;

class [[nodiscard]] Ref {
  public:
    Ref() : value_(Value::unbound()) {}
    Ref(Ref&& other) noexcept : value_(other.value_) { other.value_ = Value::unbound(); }
    Ref& operator=(Ref&& other) noexcept {
        Value old = value_;
        value_ = other.value_;
        other.value_ = Value::unbound();
        decref(old);   // last: may run __del__
        return *this;
    }
    Ref(const Ref&) = delete;
    Ref& operator=(const Ref&) = delete;
    ~Ref() { decref(value_); }

    static Ref steal(Value v) { return Ref(v); }                 // takes over the caller's reference
    static Ref steal(Object* o) { return Ref(Value::object(o)); }
    Ref copy() const;

    explicit operator bool() const { return !value_.is_error(); }   // false: failed
    bool failed() const { return value_.is_error(); }
    operator Value() const { return value_; }                       // borrow
    Value get() const { return value_; }
    template <class T>
    T* as() const { return value_.as<T>(); }
    [[nodiscard]] Value release() {
        Value v = value_;
        value_ = Value::unbound();
        return v;
    }
    void reset() { *this = Ref(); }
    Ref&& take() { return std::move(*this); }   // for TRY

  private:
    explicit Ref(Value v) : value_(v) {}
    Value value_;
};

KRAIT_INLINE Ref own(Value v) {
    incref(v);
    return Ref::steal(v);
}
KRAIT_INLINE Ref own(Object* o) {
    incref(o);
    return Ref::steal(o);
}
inline Ref Ref::copy() const { return own(value_); }

// Plain data or failure.
template <class T>
class [[nodiscard]] Fallible {
  public:
    Fallible(T value) : value_(std::move(value)), ok_(true) {}   // NOLINT: implicit by design
    Fallible(Failed);                                            // NOLINT
    explicit operator bool() const { return ok_; }
    bool failed() const { return !ok_; }
    T& value() { return value_; }
    T&& take() { return std::move(value_); }

  private:
    T value_{};
    bool ok_;
};
template <>
class [[nodiscard]] Fallible<void> {
  public:
    Fallible() : ok_(true) {}
    Fallible(Failed);   // NOLINT
    explicit operator bool() const { return ok_; }
    bool failed() const { return !ok_; }
    void take() {}

  private:
    bool ok_;
};
using Status = Fallible<void>;
inline Status ok() { return {}; }

// "An exception is pending in the thread." Made by raise_*() (vm/error/raise.h) and TRY.
struct [[nodiscard]] Failed {
    operator Ref() const { return Ref::steal(Value::error()); }   // NOLINT
    operator Value() const { return Value::error(); }             // NOLINT
};
template <class T>
Fallible<T>::Fallible(Failed) : ok_(false) {}
inline Fallible<void>::Fallible(Failed) : ok_(false) {}

// Owning pointer to an object of known layout.
template <class T>
class [[nodiscard]] RefTo {
  public:
    RefTo() = default;
    RefTo(Failed) : failed_(true) {}   // NOLINT
    RefTo(RefTo&& other) noexcept : object_(other.object_), failed_(other.failed_) { other.object_ = nullptr; }
    RefTo& operator=(RefTo&& other) noexcept {
        T* old = object_;
        object_ = other.object_;
        failed_ = other.failed_;
        other.object_ = nullptr;
        if (old) decref(reinterpret_cast<Object*>(old));
        return *this;
    }
    RefTo(const RefTo&) = delete;
    RefTo& operator=(const RefTo&) = delete;
    ~RefTo() {
        if (object_) decref(reinterpret_cast<Object*>(object_));
    }
    static RefTo steal(T* o) {
        RefTo r;
        r.object_ = o;
        return r;
    }
    static RefTo own(T* o) {
        if (o) incref(reinterpret_cast<Object*>(o));
        return steal(o);
    }
    explicit operator bool() const { return !failed_; }
    bool failed() const { return failed_; }
    T* get() const { return object_; }
    T* operator->() const { return object_; }
    T& operator*() const { return *object_; }
    Value value() const { return Value::object(object_); }
    [[nodiscard]] T* release() {
        T* o = object_;
        object_ = nullptr;
        return o;
    }
    operator Ref() && {   // NOLINT: give up the static type
        if (failed_) return Failed{};
        return Ref::steal(Value::object(release()));
    }
    RefTo&& take() { return std::move(*this); }

  private:
    T* object_ = nullptr;
    bool failed_ = false;
};

#define KRAIT_CONCAT2(a, b) a##b
#define KRAIT_CONCAT(a, b) KRAIT_CONCAT2(a, b)
// Value of a fallible expression, or leave the function with Failed.
#define TRY(expr)                                        \
    ({                                                   \
        auto&& krait_try_ = (expr);                      \
        if (KRAIT_UNLIKELY(krait_try_.failed())) return ::krait::Failed{}; \
        krait_try_.take();                               \
    })

}  // namespace krait
