// Binding of arguments to the parameters of a Python function (language reference 6.3.4), in place on the register
// stack, and the TypeErrors of failing to.
#include <algorithm>
#include <vector>

#include "vm/interp/interp_ops.h"
#include "vm/object/str_utf8.h"

namespace krait {
namespace {

std::string text(Thread& t, Value str) { return told(t, str.as<StrObject>()); }

// Given values moved out of the window: a small array, or a heap buffer for long calls.
class Given {
  public:
    Given(Thread& t, Value* window, size_t n) : heap_(t.heap), count_(n) {
        items_ = n <= kInline ? inline_ : static_cast<Value*>(heap_.allocate_buffer(n * sizeof(Value)));
        if (!items_) return;
        for (size_t i = 0; i < n; ++i) {
            items_[i] = window[i];
            window[i] = Value::unbound();
        }
    }
    ~Given() {
        if (!items_) return;
        drop_registers(items_, items_ + count_);
        if (items_ != inline_) heap_.free_buffer(items_, count_ * sizeof(Value));
    }
    Given(const Given&) = delete;
    Given& operator=(const Given&) = delete;
    bool failed() const { return !items_; }
    Value take(size_t i) {
        Value v = items_[i];
        items_[i] = Value::unbound();
        return v;
    }
    Value* at(size_t i) { return items_ + i; }

  private:
    static constexpr size_t kInline = 16;
    Heap& heap_;
    size_t count_;
    Value inline_[kInline];
    Value* items_;
};

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'"
std::string name_list(const std::vector<std::string>& names) {
    std::string out;
    for (size_t i = 0; i < names.size(); ++i) {
        if (i) out += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
        out += "'" + names[i] + "'";
    }
    return out;
}

Failed raise_missing(Thread& t, CodeObject* code, const Value* window, size_t begin, size_t end, const char* kind) {
    std::vector<std::string> names;
    for (size_t i = begin; i < end; ++i)
        if (window[i].is_unbound()) names.push_back(text(t, code->varnames->items[i]));
    return raise(t, Exc::TypeError, "%s() missing %zu required %s argument%s: %s",
                 text(t, Value::object(code->name)).c_str(), names.size(), kind, names.size() == 1 ? "" : "s",
                 name_list(names).c_str());
}

Failed raise_too_many(Thread& t, FunctionObject* f, size_t given, const Value* window) {
    CodeObject* code = f->code;
    size_t argc = static_cast<size_t>(code->argcount);
    size_t defaults = f->defaults.is_object() ? f->defaults.as<TupleObject>()->size : 0;
    size_t keyword_only = 0;
    for (size_t i = argc; i < argc + static_cast<size_t>(code->kwonlyargcount); ++i)
        keyword_only += !window[i].is_unbound();
    std::string name = text(t, Value::object(code->name)), takes;
    bool plural;
    if (defaults) {
        takes = "from " + std::to_string(argc - defaults) + " to " + std::to_string(argc);
        plural = true;
    } else {
        takes = std::to_string(argc);
        plural = argc != 1;
    }
    std::string extra;
    if (keyword_only)
        extra = " positional argument" + std::string(given != 1 ? "s" : "") + " (and " + std::to_string(keyword_only) +
                " keyword-only argument" + (keyword_only != 1 ? "s" : "") + ")";
    return raise(t, Exc::TypeError, "%s() takes %s positional argument%s but %zu%s %s given", name.c_str(),
                 takes.c_str(), plural ? "s" : "", given, extra.c_str(), given == 1 && !keyword_only ? "was" : "were");
}

// Index of the parameter a keyword names, or -1. Names are interned, so identity comes first.
int find_parameter(CodeObject* code, Value name, size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i)
        if (code->varnames->items[i] == name) return static_cast<int>(i);
    for (size_t i = begin; i < end; ++i)
        if (str_equal_nocall(code->varnames->items[i].as<StrObject>(), name.as<StrObject>()))
            return static_cast<int>(i);
    return -1;
}

// The keywords of a call: a tuple of names, or a dict.
struct Keywords {
    TupleObject* names;
    DictObject* dict;
};

// A keyword that no parameter takes: PEP 570 tells when positional-only parameters were meant.
Failed raise_unexpected(Thread& t, CodeObject* code, Value name, const Keywords& keywords) {
    auto is_given = [&](Value parameter) {
        auto names_it = [&](Value keyword) {
            return layout_is(keyword, Kind::Str) &&
                   str_equal_nocall(keyword.as<StrObject>(), parameter.as<StrObject>());
        };
        if (keywords.names)
            return std::any_of(keywords.names->items, keywords.names->items + keywords.names->size, names_it);
        size_t position = 0;
        for (Value key, value; dict_next_nocall(keywords.dict, &position, &key, &value);)
            if (names_it(key)) return true;
        return false;
    };
    std::string meant;
    for (size_t i = 0; i < positional_only_count(code); ++i)
        if (is_given(code->varnames->items[i]))
            meant += (meant.empty() ? "" : ", ") + text(t, code->varnames->items[i]);
    if (!meant.empty())
        return raise(t, Exc::TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                     text(t, Value::object(code->name)).c_str(), meant.c_str());
    return raise(t, Exc::TypeError, "%s() got an unexpected keyword argument '%s'",
                 text(t, Value::object(code->name)).c_str(), text(t, name).c_str());
}

// One keyword argument: into its parameter or **kwargs. Takes *value when it went into a parameter.
Status bind_keyword(Thread& t, CodeObject* code, Value* window, Value name, Value* value, DictObject* kwargs,
                    const Keywords& keywords) {
    int i = find_parameter(code, name, positional_only_count(code),
                           static_cast<size_t>(code->argcount + code->kwonlyargcount));
    if (i < 0 && kwargs) return dict_set(t, kwargs, name, *value);
    if (i < 0) return raise_unexpected(t, code, name, keywords);
    if (!window[i].is_unbound())
        return raise(t, Exc::TypeError, "%s() got multiple values for argument '%s'",
                     text(t, Value::object(code->name)).c_str(), text(t, name).c_str());
    window[i] = std::exchange(*value, Value::unbound());
    return ok();
}

Status bind_keywords(Thread& t, FunctionObject* f, Value* window, Given& given, size_t positional, TupleObject* kwnames,
                     DictObject* kwargs) {
    CodeObject* code = f->code;
    for (size_t k = 0; k < kwnames->size; ++k) {
        Value name = kwnames->items[k];
        if (!layout_is(name, Kind::Str))
            return raise(t, Exc::TypeError, "%s() keywords must be strings", text(t, Value::object(code->name)).c_str());
        TRY(bind_keyword(t, code, window, name, given.at(positional + k), kwargs, {kwnames, nullptr}));
    }
    return ok();
}

// *args and **kwargs: the tuple of what the named parameters left over, an empty dict.
Fallible<DictObject*> make_collectors(Thread& t, CodeObject* code, Value* window, RefTo<TupleObject> rest) {
    size_t slot = static_cast<size_t>(code->argcount + code->kwonlyargcount);
    if (code->flags & CO_VARARGS) window[slot++] = Value::object(rest.release());
    if (!(code->flags & CO_VARKEYWORDS)) return nullptr;
    RefTo<DictObject> dict = TRY(dict_new(t));
    DictObject* kwargs = dict.get();
    window[slot] = Value::object(dict.release());
    return kwargs;
}

Status fill_defaults(Thread& t, FunctionObject* f, Value* window) {
    CodeObject* code = f->code;
    size_t argc = static_cast<size_t>(code->argcount), named = argc + static_cast<size_t>(code->kwonlyargcount);
    size_t defaults = f->defaults.is_object() ? f->defaults.as<TupleObject>()->size : 0;
    if (defaults > argc) defaults = argc;
    for (size_t i = 0; i < argc - defaults; ++i)
        if (window[i].is_unbound()) return raise_missing(t, code, window, 0, argc - defaults, "positional");
    for (size_t i = argc - defaults; i < argc; ++i) {
        if (!window[i].is_unbound()) continue;
        TupleObject* tuple = f->defaults.as<TupleObject>();
        Value v = tuple->items[tuple->size - (argc - i)];
        incref(v);
        window[i] = v;
    }
    for (size_t i = argc; i < named; ++i) {
        if (!window[i].is_unbound()) continue;
        if (!f->kwdefaults.is_object()) break;
        DictObject* kwdefaults = f->kwdefaults.as<DictObject>();
        StrObject* name = code->varnames->items[i].as<StrObject>();
        if (KRAIT_LIKELY(kwdefaults->keys && kwdefaults->keys->all_str)) {
            if (const DictEntry* found = find_str_entry(kwdefaults, name)) window[i] = found->value;
        } else {
            window[i] = TRY(dict_get(t, kwdefaults, Value::object(name)));
        }
        incref(window[i]);
    }
    for (size_t i = argc; i < named; ++i)
        if (window[i].is_unbound()) return raise_missing(t, code, window, argc, named, "keyword-only");
    return ok();
}

Status bind(Thread& t, FunctionObject* f, Value* window, size_t positional, TupleObject* kwnames) {
    CodeObject* code = f->code;
    size_t argc = static_cast<size_t>(code->argcount);
    size_t keywords = kwnames ? kwnames->size : 0;
    Given given(t, window, positional + keywords);
    if (given.failed()) return raise_memory_error(t);
    for (size_t i = 0; i < code->total_args; ++i) window[i] = Value::unbound();
    size_t direct = positional < argc ? positional : argc;
    for (size_t i = 0; i < direct; ++i) window[i] = given.take(i);
    RefTo<TupleObject> rest;
    if (code->flags & CO_VARARGS) {
        rest = TRY(tuple_new(t, positional - direct));
        for (size_t i = direct; i < positional; ++i) rest->items[i - direct] = given.take(i);
    }
    DictObject* kwargs = TRY(make_collectors(t, code, window, std::move(rest)));
    if (kwnames) TRY(bind_keywords(t, f, window, given, positional, kwnames, kwargs));
    if (positional > argc && !(code->flags & CO_VARARGS)) return raise_too_many(t, f, positional, window);
    return fill_defaults(t, f, window);
}

Status bind_unpacked(Thread& t, FunctionObject* f, Value* window, Value self, TupleObject* positional,
                     DictObject* keywords) {
    CodeObject* code = f->code;
    size_t argc = static_cast<size_t>(code->argcount), shift = self.is_unbound() ? 0 : 1;
    size_t given = positional->size + shift, direct = given < argc ? given : argc;
    auto argument = [&](size_t i) {
        Value v = i < shift ? self : positional->items[i - shift];
        incref(v);
        return v;
    };
    for (size_t i = 0; i < code->total_args; ++i) window[i] = Value::unbound();
    for (size_t i = 0; i < direct; ++i) window[i] = argument(i);
    RefTo<TupleObject> rest;
    if (code->flags & CO_VARARGS) {
        rest = TRY(tuple_new(t, given - direct));
        for (size_t i = direct; i < given; ++i) rest->items[i - direct] = argument(i);
    }
    DictObject* kwargs = TRY(make_collectors(t, code, window, std::move(rest)));
    size_t position = 0;
    Value key, value;
    while (keywords && dict_next_nocall(keywords, &position, &key, &value)) {
        Ref name = own(key), held = own(value);
        if (!layout_is(name, Kind::Str))
            return raise(t, Exc::TypeError, "%s() keywords must be strings", text(t, Value::object(code->name)).c_str());
        Value taken = held.get();
        TRY(bind_keyword(t, code, window, name, &taken, kwargs, {nullptr, keywords}));
        if (taken.is_unbound()) (void)held.release();
    }
    if (given > argc && !(code->flags & CO_VARARGS)) return raise_too_many(t, f, given, window);
    return fill_defaults(t, f, window);
}

}  // namespace

bool bind_python_arguments(Thread& t, FunctionObject* f, Value* window, size_t positional, TupleObject* kwnames) {
    Ref keep = own(f);   // a key's __eq__ or a dropped argument's __del__ may let go of it
    return static_cast<bool>(bind(t, f, window, positional, kwnames));
}

bool bind_python_unpacked(Thread& t, FunctionObject* f, Value* window, Value self, TupleObject* positional,
                          DictObject* keywords) {
    Ref keep = own(f);
    return static_cast<bool>(bind_unpacked(t, f, window, self, positional, keywords));
}

bool bind_mapped_keywords(Thread& t, FunctionObject* f, Value* window, size_t positional, size_t keywords,
                          uint64_t map) {
    Value given[kMaxMappedKeywords];
    for (size_t k = 0; k < keywords; ++k) given[k] = window[positional + k];
    uint32_t total = f->code->total_args;
    for (size_t i = positional; i < total; ++i) window[i] = Value::unbound();
    for (size_t k = 0; k < keywords; ++k, map >>= 8) window[map & 255] = given[k];
    if (KRAIT_LIKELY(fill_defaults(t, f, window))) return true;
    drop_window(t, window, total);
    return false;
}

}  // namespace krait
