// krait.h over the C++ API: handles are Objects on the heap, every exception becomes a krait_error.
#include <krait.h>

#include <krait/krait.hpp>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>

#ifndef KRAIT_VERSION
#define KRAIT_VERSION "0.1.0"
#endif

struct krait_value {
    krait::api::Object object;
};
struct krait_interp {
    krait::api::Interpreter python;
};
struct krait_interrupter {
    krait::api::InterruptHandle handle;
};

namespace {

using krait::api::Error;
using krait::api::Interpreter;
using krait::api::Object;

struct Code {
    std::string_view type;
    krait_code code;
};
constexpr Code kCodes[] = {
    {"TypeError", KRAIT_TYPE_ERROR},           {"OverflowError", KRAIT_OVERFLOW_ERROR},
    {"KeyError", KRAIT_KEY_ERROR},             {"IndexError", KRAIT_INDEX_ERROR},
    {"AttributeError", KRAIT_ATTRIBUTE_ERROR}, {"NameError", KRAIT_NAME_ERROR},
    {"ImportError", KRAIT_IMPORT_ERROR},       {"SyntaxError", KRAIT_SYNTAX_ERROR},
    {"MemoryError", KRAIT_MEMORY_ERROR},       {"RecursionError", KRAIT_RECURSION_ERROR},
    {"OSError", KRAIT_OS_ERROR},               {"RuntimeError", KRAIT_RUNTIME_ERROR},
    {"ValueError", KRAIT_VALUE_ERROR},         {"ZeroDivisionError", KRAIT_ZERO_DIVISION_ERROR},
    {"KeyboardInterrupt", KRAIT_KEYBOARD_INTERRUPT}, {"SystemExit", KRAIT_SYSTEM_EXIT},
};

int32_t code_of_name(std::string_view name) {
    for (const Code& row : kCodes)
        if (row.type == name) return row.code;
    return KRAIT_EXCEPTION;
}
const char* name_of_code(int32_t code) {
    for (const Code& row : kCodes)
        if (row.code == code) return row.type.data();
    return "RuntimeError";
}

// Class of the exception, or of the nearest base that has a code.
int32_t code_of(const Error& error) {
    if (error.limit()) return KRAIT_LIMIT;
    if (int32_t code = code_of_name(error.type_name()); code != KRAIT_EXCEPTION) return code;
    try {
        if (Object object = error.object())
            for (const Object& base : object.attr("__class__").attr("__mro__"))
                if (int32_t code = code_of_name(base.attr("__name__").get<std::string>()); code != KRAIT_EXCEPTION)
                    return code;
    } catch (...) {
    }
    return KRAIT_EXCEPTION;
}

char* copy_text(std::string_view text) {
    char* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (!copy) return nullptr;
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = 0;
    return copy;
}

void fill(krait_error* out, int32_t code, std::string_view type, std::string_view message, std::string_view traceback) {
    if (!out) return;
    krait_error_clear(out);
    out->code = code;
    out->type = copy_text(type);
    out->message = copy_text(message);
    out->traceback = copy_text(traceback);
}

// Runs `action` with everything it throws turned into an error; `failed` is what the function then returns.
template <class F>
auto guarded(krait_error* error, F&& action) noexcept -> decltype(action()) {
    try {
        return action();
    } catch (const Error& e) {
        fill(error, code_of(e), e.type_name(), e.message(), e.traceback());
        if (error) error->exit_status = e.exit_status().value_or(0);
    } catch (const std::bad_alloc&) {
        fill(error, KRAIT_MEMORY_ERROR, "MemoryError", "out of memory", "");
    } catch (const std::exception& e) {
        fill(error, KRAIT_MISUSE, "misuse", e.what(), "");
    } catch (...) {
        fill(error, KRAIT_MISUSE, "misuse", "unknown exception", "");
    }
    return {};
}

template <class T>
T& need(T* pointer) {
    if (!pointer) throw std::logic_error("krait: NULL where an object is needed");
    return *pointer;
}
std::string_view text_of(const char* data, size_t size) {
    if (size == 0) return {};
    need(data);
    return {data, size == KRAIT_TEXT_END ? std::strlen(data) : size};
}
krait_value* give(Object object) { return new krait_value{std::move(object)}; }
const Object& object_of(krait_value* v) { return need(v).object; }

int put(krait_buffer* out, std::string_view text) {
    need(out).data = copy_text(text);
    if (!out->data) throw std::bad_alloc();
    out->size = text.size();
    return 1;
}
std::vector<Object> objects_of(krait_value* const* items, size_t count) {
    std::vector<Object> out;
    out.reserve(count);
    for (size_t i = 0; i < count; ++i) out.push_back(object_of(need(items + i)));
    return out;
}

krait::api::Limits limits_of(const krait_limits& l) {
    krait::api::Limits limits;
    limits.memory = l.memory;
    limits.steps = l.steps;
    limits.time = krait::api::Duration::of(l.time_ns);
    limits.recursion = l.recursion;
    limits.native_stack = l.native_stack;
    limits.int_digits = l.int_digits;
    limits.int_bits = l.int_bits;
    limits.output = l.output;
    return limits;
}
void check_size(size_t given, size_t known) {
    if (given < known) throw std::logic_error("krait: struct_size is not set, or of an older header");
}

krait::api::Options options_of(const krait_options& o) {
    check_size(o.struct_size, sizeof o);
    krait::api::Options options;
    options.limits = limits_of(o.limits);
    options.access = o.process_access ? krait::api::Access::Process : krait::api::Access::None;
    if (o.folder) options.host.folder = o.folder;
    options.host.folder_writable = o.folder_writable != 0;
    if (o.modules) {
        options.host.modules.emplace();
        for (const char* const* name = o.modules; *name; ++name) options.host.modules->push_back(*name);
    }
    if (o.real_clock) options.host.clock = krait::api::Host::Clock::Process;
    options.host.random = o.real_random != 0;
    if (o.has_seed) options.hash_seed = options.host.random_seed = o.seed;
    auto stream = [user = o.stream_user](krait_write write) -> krait::api::Hook<void(std::string_view)> {
        if (!write) return nullptr;
        return [write, user](std::string_view text) { write(user, text.data(), text.size()); };
    };
    options.on_stdout = stream(o.on_stdout);
    options.on_stderr = stream(o.on_stderr);
    options.lang36 = o.lang36 != 0;
    return options;
}

// A C function with its user data, which it gives back.
struct Callback {
    krait_callback function;
    void* user;
    void (*destroy)(void*);
    krait_interp* interp;
    Callback(krait_callback f, void* u, void (*d)(void*), krait_interp* i)
        : function(f), user(u), destroy(d), interp(i) {}
    Callback(const Callback&) = delete;
    Callback& operator=(const Callback&) = delete;
    ~Callback() {
        if (destroy) destroy(user);
    }
    Object call(Interpreter& python, const std::vector<Object>& args) const {
        std::vector<krait_value> values;
        values.reserve(args.size());
        std::vector<krait_value*> pointers;
        for (const Object& arg : args) values.push_back({arg});
        for (krait_value& value : values) pointers.push_back(&value);
        krait_error error{};
        krait_value* result = function(user, interp, pointers.data(), pointers.size(), &error);
        if (result) {
            Object object = std::move(result->object);
            delete result;
            krait_error_clear(&error);
            return object;
        }
        (void)python;
        std::string type = error.type && *error.type ? error.type : name_of_code(error.code);
        std::string message = error.message ? error.message : "";
        bool leaving = error.code == KRAIT_SYSTEM_EXIT;
        int status = error.exit_status;
        krait_error_clear(&error);
        throw leaving ? Error(type, message, status) : Error(type, message);
    }
};

}  // namespace

extern "C" {

const char* krait_version(void) { return KRAIT_VERSION; }
int32_t krait_abi(void) { return KRAIT_ABI; }
void krait_error_clear(krait_error* error) {
    if (!error) return;
    std::free(error->type);
    std::free(error->message);
    std::free(error->traceback);
    *error = krait_error{};
}
void krait_buffer_free(krait_buffer* buffer) {
    if (!buffer) return;
    std::free(buffer->data);
    *buffer = krait_buffer{};
}
krait_value* krait_fail(krait_error* error, int32_t code, const char* message) {
    fill(error, code, name_of_code(code), message ? message : "", "");
    return nullptr;
}

void krait_options_init(krait_options* options) {
    if (!options) return;
    krait::api::Limits limits;
    *options = krait_options{};
    options->struct_size = sizeof *options;
    options->limits = {sizeof options->limits,  limits.memory,    limits.steps,
                       limits.time.nanoseconds, limits.recursion, limits.native_stack,
                       limits.int_digits,       limits.int_bits,  limits.output};
}
krait_interp* krait_new(const krait_options* options, krait_error* error) {
    return guarded(error, [&] {
        krait_options defaults;
        if (!options) krait_options_init(&defaults);
        return new krait_interp{Interpreter(options_of(options ? *options : defaults))};
    });
}
void krait_free(krait_interp* interp) { delete interp; }
int krait_adopt_thread(krait_interp* interp, krait_error* error) {
    return guarded(error, [&] { return need(interp).python.adopt_thread(), 1; });
}
int krait_set_limits(krait_interp* interp, const krait_limits* limits, krait_error* error) {
    return guarded(error, [&] {
        check_size(need(limits).struct_size, sizeof *limits);
        return need(interp).python.set_limits(limits_of(*limits)), 1;
    });
}
uint64_t krait_memory_used(krait_interp* interp) {
    return guarded(nullptr, [&]() -> uint64_t { return need(interp).python.memory_used(); });
}
uint64_t krait_memory_peak(krait_interp* interp) {
    return guarded(nullptr, [&]() -> uint64_t { return need(interp).python.memory_peak(); });
}
int64_t krait_steps_left(krait_interp* interp) {
    return guarded(nullptr, [&] { return need(interp).python.steps_left(); });
}
krait_interrupter* krait_interrupter_new(krait_interp* interp, krait_error* error) {
    return guarded(error, [&] { return new krait_interrupter{need(interp).python.interrupt_handle()}; });
}
void krait_interrupter_free(krait_interrupter* interrupter) { delete interrupter; }
void krait_interrupt(krait_interrupter* interrupter) {
    if (interrupter) interrupter->handle.interrupt();
}
void krait_cancel(krait_interrupter* interrupter) {
    if (interrupter) interrupter->handle.cancel();
}

int krait_exec(krait_interp* interp, const char* source, size_t size, const char* filename, krait_error* error) {
    return guarded(error, [&] {
        need(interp).python.exec(text_of(source, size), filename ? filename : "<string>");
        return 1;
    });
}
krait_value* krait_eval(krait_interp* interp, const char* source, size_t size, const char* filename,
                        krait_error* error) {
    return guarded(error, [&] {
        return give(need(interp).python.eval(text_of(source, size), filename ? filename : "<string>"));
    });
}
krait_value* krait_import(krait_interp* interp, const char* name, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.import_module(text_of(name, KRAIT_TEXT_END))); });
}
krait_value* krait_get_global(krait_interp* interp, const char* name, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.get(text_of(name, KRAIT_TEXT_END))); });
}
int krait_set_global(krait_interp* interp, const char* name, krait_value* value, krait_error* error) {
    return guarded(error, [&] { return need(interp).python.set(text_of(name, KRAIT_TEXT_END), object_of(value)), 1; });
}
krait_value* krait_module(krait_interp* interp, const char* name, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.module(text_of(name, KRAIT_TEXT_END))); });
}
krait_value* krait_function(krait_interp* interp, const char* name, krait_callback function, void* user,
                            void (*destroy)(void* user), krait_error* error) {
    return guarded(error, [&] {
        auto callback = std::make_shared<Callback>(&need(function), user, destroy, &need(interp));
        return give(interp->python.function(
            text_of(name, KRAIT_TEXT_END),
            [callback](Interpreter& python, const std::vector<Object>& args) { return callback->call(python, args); }));
    });
}

krait_value* krait_none(krait_interp* interp, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.make(nullptr)); });
}
krait_value* krait_bool(krait_interp* interp, int value, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.make(value != 0)); });
}
krait_value* krait_int(krait_interp* interp, int64_t value, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.make(value)); });
}
krait_value* krait_uint(krait_interp* interp, uint64_t value, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.make(value)); });
}
krait_value* krait_float(krait_interp* interp, double value, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.make(value)); });
}
krait_value* krait_str(krait_interp* interp, const char* utf8, size_t size, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.make(text_of(utf8, size))); });
}
krait_value* krait_bytes(krait_interp* interp, const void* data, size_t size, krait_error* error) {
    return guarded(error, [&] {
        const char* first = size == 0 ? "" : &need(static_cast<const char*>(data));
        return give(need(interp).python.bytes({first, size}));
    });
}
krait_value* krait_list(krait_interp* interp, krait_value* const* items, size_t count, krait_error* error) {
    return guarded(error, [&] { return give(need(interp).python.list(objects_of(items, count))); });
}
krait_value* krait_tuple(krait_interp* interp, krait_value* const* items, size_t count, krait_error* error) {
    return guarded(error, [&] {
        Interpreter& python = need(interp).python;
        return give(python.import_module("builtins").attr("tuple")(python.list(objects_of(items, count))));
    });
}
krait_value* krait_dict(krait_interp* interp, krait_value* const* keys, krait_value* const* values, size_t count,
                        krait_error* error) {
    return guarded(error, [&] {
        std::vector<std::pair<Object, Object>> entries;
        for (size_t i = 0; i < count; ++i) entries.emplace_back(object_of(need(keys + i)), object_of(need(values + i)));
        return give(need(interp).python.dict(entries));
    });
}
krait_value* krait_retain(krait_value* value, krait_error* error) {
    return guarded(error, [&] { return give(object_of(value)); });
}
void krait_release(krait_value* value) { delete value; }

int krait_is_none(krait_value* value) {
    return guarded(nullptr, [&] { return object_of(value).is_none() ? 1 : 0; });
}
int krait_as_bool(krait_value* value, int* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(value).get<bool>(), 1; });
}
int krait_as_int(krait_value* value, int64_t* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(value).get<int64_t>(), 1; });
}
int krait_as_uint(krait_value* value, uint64_t* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(value).get<uint64_t>(), 1; });
}
int krait_as_float(krait_value* value, double* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(value).get<double>(), 1; });
}
int krait_as_str(krait_value* value, krait_buffer* out, krait_error* error) {
    return guarded(error, [&] { return put(out, object_of(value).get<std::string>()); });
}
int krait_as_bytes(krait_value* value, krait_buffer* out, krait_error* error) {
    return guarded(error, [&] { return put(out, krait::api::detail::bytes_of(object_of(value))); });
}
int krait_text(krait_value* value, int repr, krait_buffer* out, krait_error* error) {
    return guarded(error, [&] { return put(out, repr ? object_of(value).repr() : object_of(value).str()); });
}
int krait_type_name(krait_value* value, krait_buffer* out, krait_error* error) {
    return guarded(error, [&] { return put(out, object_of(value).type_name()); });
}

int krait_truth(krait_value* value, int* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(value).truth(), 1; });
}
int krait_equal(krait_value* a, krait_value* b, int* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(a) == object_of(b), 1; });
}
int krait_length(krait_value* value, size_t* out, krait_error* error) {
    return guarded(error, [&] { return need(out) = object_of(value).size(), 1; });
}
krait_value* krait_get_item(krait_value* container, krait_value* key, krait_error* error) {
    return guarded(error, [&] { return give(object_of(container)[object_of(key)]); });
}
int krait_set_item(krait_value* container, krait_value* key, krait_value* value, krait_error* error) {
    return guarded(error, [&] { return need(container).object.set_item(object_of(key), object_of(value)), 1; });
}
krait_value* krait_get_attr(krait_value* value, const char* name, krait_error* error) {
    return guarded(error, [&] { return give(object_of(value).attr(text_of(name, KRAIT_TEXT_END))); });
}
int krait_set_attr(krait_value* value, const char* name, krait_value* attribute, krait_error* error) {
    return guarded(error,
                   [&] { return need(value).object.set_attr(text_of(name, KRAIT_TEXT_END), object_of(attribute)), 1; });
}
krait_value* krait_call(krait_value* callee, krait_value* const* args, size_t count, const char* const* names,
                        krait_value* const* values, size_t named, krait_error* error) {
    return guarded(error, [&] {
        std::vector<std::pair<std::string, Object>> keywords;
        for (size_t i = 0; i < named; ++i)
            keywords.emplace_back(text_of(need(names + i), KRAIT_TEXT_END), object_of(need(values + i)));
        return give(object_of(callee).call(objects_of(args, count), keywords));
    });
}
krait_value* krait_iter(krait_value* iterable, krait_error* error) {
    return guarded(error, [&] {
        using Reach = krait::api::detail::Access;
        krait::core::Link* link = Reach::need(object_of(iterable));
        return give(Reach::adopt(link, krait::core::iterate(link, Reach::cell(iterable->object))));
    });
}
int krait_next(krait_value* iterator, krait_value** item, krait_error* error) {
    return guarded(error, [&] {
        need(item) = nullptr;
        Object next = krait::api::detail::next_of(object_of(iterator));
        if (next) *item = give(std::move(next));
        return 1;
    });
}

}  // extern "C"
