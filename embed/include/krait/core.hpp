// The compiled core under the templates of krait.hpp and bind.hpp: plain functions over plain data. Programs do not
// call these; they are documented for readers of the templates.
//
// A Cell is one Python value. Parameters are borrowed, results owned by the caller (give them to release() or to a
// handle); kError means that a Python exception is pending, which throw_pending() turns into krait::Error.
// Every function taking a Link throws std::logic_error on a foreign thread or after the interpreter's end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace krait::core {

using Cell = std::uint64_t;
using Slot = std::int64_t;   // index in the interpreter's table of handles; negative: none

inline constexpr Cell kSpecial = Cell{1} << 48;
inline constexpr Cell kUnbound = kSpecial, kNone = kSpecial | 1, kFalse = kSpecial | 2, kTrue = kSpecial | 3;
inline constexpr Cell kNotImplemented = kSpecial | 4, kError = kSpecial | 6, kExhausted = kSpecial | 8;
/// Whether the value is an object with a reference count.
constexpr bool counted(Cell c) { return (c >> 48) == 0; }

struct Link;          // an interpreter as its handles see it; shared by all of them
struct ClassRecord;   // a bound class in one interpreter

/// Identity of a C++ type, also across shared libraries.
struct TypeTag {
    const std::type_info* type;
};
template <class T>
inline const TypeTag type_tag{&typeid(T)};

/// Outcome of a conversion to C++.
enum class Load : std::uint8_t {
    Ok,
    WrongType,    ///< TypeError
    OutOfRange,   ///< OverflowError
    BadValue,     ///< ValueError
    Gone,         ///< ReferenceError: the C++ object ended its life
    Raised,       ///< the exception is pending already
};
using Describe = void (*)(std::string&);   ///< appends the Python name of a type: "int"
void add(std::string&, const char*);           // appends
void add(std::string&, const TypeTag*);        // a mark for the bound class, which is named when it is known

// --- C++ objects without their type
using Drop = void (*)(void*) noexcept;         ///< ends an object
template <class T>
void drop_object(void* object) noexcept {
    delete static_cast<T*>(object);
}
/// A C++ object given away: one that `drop` ends, or (`drop` null) a std::shared_ptr<void> to be moved from.
struct Holder {
    void* pointer = nullptr;                   // null: nobody's
    Drop drop = nullptr;
    const std::type_info* shared = nullptr;    // of the shared pointer, which must be std's
};
/// A function object without its type: small plain ones in place, others on the heap.
class Closure {
  public:
    Closure() = default;
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, Closure>)
    explicit Closure(F&& f) {
        using T = std::remove_cvref_t<F>;
        if constexpr (std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof words_ && alignof(T) <= alignof(void*)) {
            ::new (static_cast<void*>(words_)) T(std::forward<F>(f));
        } else {
            words_[0] = new T(std::forward<F>(f));
            drop_ = &drop_object<T>;
        }
    }
    Closure(Closure&& other) noexcept
        : words_{other.words_[0], other.words_[1]}, drop_(std::exchange(other.drop_, nullptr)) {}
    Closure& operator=(Closure&& other) noexcept {
        std::swap(words_, other.words_);
        std::swap(drop_, other.drop_);
        return *this;
    }
    ~Closure() {
        if (drop_) drop_(words_[0]);
    }
    void* get() { return drop_ ? words_[0] : words_; }

  private:
    void* words_[2] = {};
    Drop drop_ = nullptr;
};
/// A C++ object with a count of its users; any thread.
struct Box;
Box* box_new(void* object, Drop);              // drops the object when there is no memory
void box_keep(Box*) noexcept;
void box_drop(Box*) noexcept;

// --- links and handles
void link_acquire(Link*) noexcept;
void link_release(Link*) noexcept;
bool alive(const Link*) noexcept;              // the interpreter has not ended
Cell cell_of(Link*, Slot);                     // borrowed; checks thread and life
Slot keep(Link*, Cell owned);                  // takes the value over; -1 for kError
Slot copy_slot(Link*, Slot);
void drop_slot(Link*, Slot) noexcept;          // any thread
Cell retain(Cell borrowed);                    // owned
void release_counted(Link*, Cell owned) noexcept;
inline void release(Link* link, Cell owned) noexcept {
    if (counted(owned)) release_counted(link, owned);
}
/// Throws krait::Error for the pending exception.
[[noreturn]] void throw_pending(Link*);
inline Cell checked(Link* link, Cell c) {
    if (c == kError) throw_pending(link);
    return c;
}
/// Throws krait::Error "expected ..., got ..." for a failed conversion of `value`.
[[noreturn]] void throw_mismatch(Link*, Cell value, Load, Describe expected);

/// Owned values that are dropped at the end of the scope.
class Owned {
  public:
    Owned(Link* link, Cell cell) noexcept : link_(link), cell_(cell) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() { release(link_, cell_); }
    Cell get() const { return cell_; }
    Cell take() {
        Cell c = cell_;
        cell_ = kUnbound;
        return c;
    }

  private:
    Link* link_;
    Cell cell_;
};
template <std::size_t N>
class OwnedArray {
  public:
    explicit OwnedArray(Link* link) noexcept : link_(link) {}
    OwnedArray(const OwnedArray&) = delete;
    OwnedArray& operator=(const OwnedArray&) = delete;
    ~OwnedArray() {
        while (used_) release(link_, cells_[--used_]);
    }
    void push(Cell owned) {
        if (owned == kError) throw_pending(link_);
        cells_[used_++] = owned;
    }
    const Cell* data() const { return cells_; }
    std::size_t size() const { return used_; }

  private:
    Link* link_;
    std::size_t used_ = 0;
    Cell cells_[N == 0 ? 1 : N];
};

// --- C++ to Python: owned, or kError
Cell make_int(Link*, std::int64_t);
Cell make_uint(Link*, std::uint64_t);
Cell make_float(Link*, double);
Cell make_text(Link*, std::string_view utf8);
Cell make_bytes(Link*, const void* data, std::size_t size);
Cell make_char(Link*, char32_t);
Cell make_list(Link*, std::size_t reserve);
bool list_add(Link*, Cell list, Cell owned);                       // takes `owned` over, kError included
Cell make_tuple(Link*, const Cell* items, std::size_t n);          // borrows the items
Cell make_dict(Link*);
bool dict_add(Link*, Cell dict, Cell owned_key, Cell owned_value);
Cell make_set(Link*);
bool set_add(Link*, Cell set, Cell owned);
Cell make_iterator(Link*, Cell (*next)(void* closure), Closure&&,
                   Cell keep_alive);  // next: owned, kExhausted, kError; may throw

// --- Python to C++
Load load_bool(Cell, bool*);
Load load_int(Cell, std::int64_t low, std::int64_t high, std::int64_t*);
Load load_uint(Cell, std::uint64_t high, std::uint64_t*);
Load load_double(Cell, double*);
Load load_text(Link*, Cell, std::string*);
Load load_view(Link*, Cell, std::string_view*, std::string* storage);   // no copy for ASCII text
Load load_char(Cell, char32_t high, char32_t*);                    // str of length 1
Load load_bytes(Cell, std::string_view*);                          // bytes: valid as long as the object
Load load_list(Link*, Cell iterable, Cell* owned_list);            // a new list of any iterable but str; see list_item
std::size_t list_size(Cell list);
Cell list_item(Cell list, std::size_t i);                          // borrowed
Load load_sequence(Link*, Cell, std::size_t wanted, Cell* owned_list);   // tuple or list of exactly this size
Load load_pairs(Link*, Cell dict, Cell* owned_list);               // list: key, value, key, value...
bool is_callable(Link*, Cell);
enum class Shape : std::uint8_t { Int, Float, Str, Bytes, List, Tuple, Dict, Set, Callable, Type };
bool has_shape(Link*, Cell, Shape);

// --- operations: owned, or kError
Cell call(Link*, Cell callee, const Cell* args, std::size_t positional, const std::string_view* keywords,
          std::size_t keyword_count);
Cell call_slot(Link*, Slot callee, const Cell* args, std::size_t positional, const std::string_view* keywords,
               std::size_t keyword_count);                         // a call from the host: limits are counted from here
Cell get_attribute(Link*, Cell, std::string_view name);
Cell find_attribute(Link*, Cell, std::string_view name);           // kUnbound when absent
bool set_attribute(Link*, Cell, std::string_view name, Cell value);
Cell import_module(Link*, std::string_view name);
Cell iterate(Link*, Cell);
Cell next(Link*, Cell iterator);                                   // kExhausted at the end
Cell binary(Link*, char op, Cell, Cell);                           // + - * / % < (less) = (equal)
bool raise(Link*, std::string_view type, std::string_view message);   // always false
Cell repr(Link*, Cell);

// --- functions of the host
struct Call {
    Link* link;
    const Cell* slots;         // one per parameter; kUnbound: not given, see defaults
    const Cell* defaults;      // one per parameter, kUnbound: none
    const Cell* rest;          // *args
    std::size_t rest_count;
    unsigned failed = 0;       // on kUnbound: the parameter that did not convert ...
    Load why = Load::Ok;
    Describe expected = nullptr;   // ... and what it should have been

    Cell argument(unsigned i) const { return slots[i] == kUnbound ? defaults[i] : slots[i]; }
    bool refuse(unsigned parameter, Load reason, Describe what) {
        failed = parameter;
        why = reason;
        expected = what;
        return false;
    }
};
/// Owned result, kError (exception pending) or kUnbound (an argument did not convert). May throw anything.
using Invoke = Cell (*)(void* closure, Call&);

enum class ParameterKind : std::uint8_t {
    Normal,
    KeywordOnly,
    Rest,                                          ///< *args
    Keywords,                                      ///< **kwargs
    PositionalOnly,
    Given,                                         ///< the interpreter: no parameter in Python
};
struct ParameterType {
    Describe describe;
    ParameterKind kind;
};
/// A C++ function as it is called from Python: one constant per signature.
struct Definition {
    Invoke invoke;
    const ParameterType* parameters;               // self included
    unsigned count;
    Describe result;
};
/// What def() was given beside the function.
struct Extra {
    enum Kind : std::uint8_t { Name, KeywordOnly, Doc, Nothing } kind = Nothing;
    std::string_view text = {};
    const void* value = nullptr;                   // default, made by `make`, which may throw
    Cell (*make)(Link*, const void* value) = nullptr;
};
/// Function, what it is called with, and how it was described.
struct Bindable {
    const Definition* definition;
    Closure closure;
    const Extra* extras;
    std::size_t extra_count;
};
enum class Place : std::uint8_t { Function, Method, Static, Class, Constructor };

/// A function object of its own.
Cell make_function(Link*, std::string_view name, Bindable&&);
/// Adds the function to a module (Function) or class; a second one of the same name is an overload. `hidden` parameters
/// (self) have no name. Throws Error when it fails, std::invalid_argument for names that do not fit the parameters.
void define(Link*, Cell owner, Place, std::string_view name, unsigned hidden, Bindable&&);
void define_property(Link*, Cell cls, std::string_view name, Bindable&& getter, Bindable* setter);
bool set_class_attribute(Link*, Cell cls, std::string_view name, Cell value);
std::string stub_text(Link*, Cell module);      // of a .pyi file
Cell make_module(Link*, std::string_view name, std::string_view doc);   // in sys.modules from here on

// --- classes
/// Shown what an object of the host holds.
class Visit {
  public:
    void slot(Slot);                                // value of a handle
    void cell(Cell);
    bool of(const Link* link) const { return link == link_; }   // the interpreter that asks

  private:
    friend struct VisitAccess;
    Visit(Link* link, void* visitor) : link_(link), visitor_(visitor) {}
    Link* link_;
    void* visitor_;
};
struct BufferData {
    void* data = nullptr;
    std::size_t bytes = 0, item_size = 1;
    char format = 'B';                              // as in module struct
    bool readonly = false;
    std::vector<std::int64_t> shape, strides;       // of several dimensions; `bytes` is not looked at then
};
struct ClassHooks {
    void (*traverse)(void* closure, void* object, Visit&) = nullptr;
    void (*clear)(void* closure, void* object) = nullptr;
    bool (*buffer)(void* closure, void* object, bool begin,
                   BufferData*) = nullptr;  // false: refused; end: begin == false
    Closure traverse_closure, buffer_closure;
};
Cell define_class(Link*, Cell module, std::string_view name, std::string_view doc, const TypeTag*, const TypeTag* base,
                  void* (*to_base)(void*), std::size_t bytes);
ClassHooks* class_hooks(Link*, const TypeTag*);
const char* class_name(Link*, const TypeTag*);      // "C++ type" for unknown ones
Cell class_object(Link*, const TypeTag*);           // borrowed; kUnbound when the class is not bound
/// `self` of a constructor gets its C++ object. False: it has one already (RuntimeError pending).
bool emplace(Link*, Cell self, Holder, void* object);
/// Whether `self` is of a Python subclass: its C++ object should be one that calls back.
bool is_subclass_instance(Link*, Cell self);
/// A Python object for a C++ one: the same again while it lives. Holder empty: borrowed, `keep_alive` is kept.
Cell wrap(Link*, const TypeTag*, const TypeTag* dynamic, Holder, void* object, void* dynamic_object, Cell keep_alive);
Load load_instance(Cell, const TypeTag* wanted, void** object);
/// `shared_ptr`: a std::shared_ptr<void>, whose type is given to be sure.
Load load_shared(Link*, Cell, const TypeTag* wanted, void* shared_ptr, const std::type_info&);
/// The C++ object behind `cell` is not to be used any more: ReferenceError from now on.
void expire(Link*, Cell cell);
/// Reference to an object that does not keep it alive.
struct WeakSelf {
    Link* link = nullptr;
    void* instance = nullptr;                       // cleared when the Python object goes
};
void watch(Link*, Cell self, WeakSelf*);            // from a constructor
/// Method of the Python subclass that overrides `name`, bound to the object; kUnbound when there is none.
Cell find_override(WeakSelf&, std::string_view name);

// --- enumerations
struct EnumRow {
    std::string_view name;
    std::int64_t value;
};
Cell define_enum(Link*, Cell module, std::string_view name, std::string_view doc, const TypeTag*, const void* rows,
                 EnumRow (*row)(const void* rows, std::size_t i), std::size_t n, const char* base);
Cell make_enum(Link*, const TypeTag*, std::int64_t value);
Load load_enum(Link*, Cell, const TypeTag*, std::int64_t* value);

// --- exceptions
/// True when the exception is one of the translator's, with its message.
using Translate = bool (*)(const std::exception_ptr&, std::string* message);
Cell define_exception(Link*, Cell module, std::string_view name, Cell base_or_unbound, Translate);

// --- bytes of Python objects
struct BufferHold;                                  // an export: the bytes stay where they are
BufferHold* buffer_begin(Link*, Cell, bool writable, BufferData*);   // null: pending
void buffer_end(Link*, BufferHold*) noexcept;

}  // namespace krait::core

#pragma GCC visibility pop
