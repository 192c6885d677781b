// Module _csv: dialects, readers and writers of comma separated values.
#include <cstring>

#include "builtins/modules/module_exception.h"
#include "builtins/types/text_support.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/limits.h"

namespace krait {

namespace {

enum Quoting { kMinimal, kAll, kNonNumeric, kNone };
constexpr char32_t kNoChar = 0;

struct DialectObject : Object {
    char32_t delimiter, quotechar, escapechar;
    bool doublequote, skipinitialspace, strict;
    int quoting;
    Value lineterminator;   // str, owned
};
// Lives with the module.
struct CsvState {
    Object* error;          // class, owned
    TypeObject *dialect_type, *reader_type, *writer_type;
    DictObject* dialects;   // name -> Dialect, owned
    int64_t field_limit;
};
CsvState& state_of(ModuleObject* module) { return *static_cast<CsvState*>(module->state); }

// ------------------------------------------------------------------------------------------------ dialects

constexpr char kDialectSignature[] =
    "(dialect=None, delimiter=',', doublequote=True, escapechar=None, lineterminator='\\r\\n', quotechar='\"', "
    "quoting=0, "
    "skipinitialspace=False, strict=False)";
constexpr SignatureInfo kDialectInfo = parse_signature(kDialectSignature);
constexpr const char* kAttributes[] = {"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar",
                                       "quoting", "skipinitialspace", "strict"};

Status char_setting(Thread& t, Value v, const char* name, char32_t fallback, bool may_be_none, char32_t* out) {
    *out = fallback;
    if (v.is_unbound()) return ok();
    *out = kNoChar;
    if (v.is_none() && may_be_none) return ok();
    StrObject* text = as_str(v);
    if (!text && !v.is_none())
        return raise(t, Exc::TypeError, "\"%s\" must be string, not %.200s", name, type_name_of(t, v));
    if (!text || text->length > 1 || (text->length == 0 && !may_be_none))
        return raise(t, Exc::TypeError, "\"%s\" must be a 1-character string", name);
    if (text->length) *out = text->at(0);
    return ok();
}
Status bool_setting(Thread& t, Value v, bool fallback, bool* out) {
    *out = fallback;
    if (!v.is_unbound()) *out = TRY(is_true(t, v));
    return ok();
}

Value dialect_make(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = TRY(bind_arguments(t, "Dialect", kDialectInfo, kDialectSignature, args));
    Ref settings[8], source;
    for (int i = 0; i < 8; ++i) settings[i] = own(bound.slots[i + 1]);
    if (Value from = bound.slots[0]; !from.is_unbound() && !from.is_none()) {
        // The settings of another dialect, or of any object that has some of the attributes.
        for (int i = 0; i < 8; ++i) {
            if (!settings[i].get().is_unbound()) continue;
            StrObject* key = intern_utf8(t, kAttributes[i]);
            if (!key) return Value::error();
            settings[i] = TRY(lookup_attribute(t, from, key));
        }
    }
    auto* d = allocate_instance<DialectObject>(t, type);
    if (!d) return Value::error();
    d->lineterminator = Value::none();
    Ref held = Ref::steal(d);
    TRY(char_setting(t, settings[0], "delimiter", ',', false, &d->delimiter));
    TRY(bool_setting(t, settings[1], true, &d->doublequote));
    TRY(char_setting(t, settings[2], "escapechar", kNoChar, true, &d->escapechar));
    TRY(char_setting(t, settings[4], "quotechar", '"', true, &d->quotechar));
    TRY(bool_setting(t, settings[6], false, &d->skipinitialspace));
    TRY(bool_setting(t, settings[7], false, &d->strict));
    Value quoting = settings[5];
    d->quoting = kMinimal;
    if (!quoting.is_unbound()) {
        if (!is_int_like(quoting) || quoting.is_bool())
            return raise(t, Exc::TypeError, "\"quoting\" must be an integer");
        int64_t n = TRY(int_to_i64(t, quoting, "Python int too large to convert to C int"));
        if (n < kMinimal || n > kNone) return raise(t, Exc::TypeError, "bad \"quoting\" value");
        d->quoting = static_cast<int>(n);
    }
    if (settings[3].get().is_unbound()) settings[3] = TRY(str_from_ascii(t, "\r\n"));
    if (!settings[3].get().is_none() && !as_str(settings[3]))
        return raise(t, Exc::TypeError, "\"lineterminator\" must be a string");
    if (settings[4].get().is_none() && bound.slots[6].is_unbound() && quoting.is_unbound()) d->quoting = kNone;
    if (d->quoting != kNone && d->quotechar == kNoChar)
        return raise(t, Exc::TypeError, "quotechar must be set if quoting enabled");
    if (settings[3].get().is_none()) return raise(t, Exc::TypeError, "lineterminator must be set");
    d->lineterminator = settings[3].release();
    return held.release();
}
void dialect_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<DialectObject*>(o)->lineterminator);
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void dialect_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }

Value char_value(Thread& t, char32_t c) { return c == kNoChar ? Value::none() : str_from_char(t, c).release(); }
DialectObject* dialect_of(Value v) { return v.as<DialectObject>(); }
Value get_delimiter(Thread& t, Value self) { return char_value(t, dialect_of(self)->delimiter); }
Value get_quotechar(Thread& t, Value self) { return char_value(t, dialect_of(self)->quotechar); }
Value get_escapechar(Thread& t, Value self) { return char_value(t, dialect_of(self)->escapechar); }
Value get_lineterminator(Thread&, Value self) { return own(dialect_of(self)->lineterminator).release(); }
Value get_quoting(Thread&, Value self) { return Value::small_int(dialect_of(self)->quoting); }
Value get_doublequote(Thread&, Value self) { return Value::small_int(dialect_of(self)->doublequote); }
Value get_skipinitialspace(Thread&, Value self) { return Value::small_int(dialect_of(self)->skipinitialspace); }
Value get_strict(Thread&, Value self) { return Value::small_int(dialect_of(self)->strict); }

constexpr GetSetDef kDialectGetSets[] = {
    {"delimiter", get_delimiter, nullptr, nullptr},     {"doublequote", get_doublequote, nullptr, nullptr},
    {"escapechar", get_escapechar, nullptr, nullptr},   {"lineterminator", get_lineterminator, nullptr, nullptr},
    {"quotechar", get_quotechar, nullptr, nullptr},     {"quoting", get_quoting, nullptr, nullptr},
    {"skipinitialspace", get_skipinitialspace, nullptr, nullptr}, {"strict", get_strict, nullptr, nullptr}};
constexpr TypeSpec kDialectSpec = {
    .name = "_csv.Dialect",
    .doc = "The settings of a CSV format.",
    .basic_size = sizeof(DialectObject),
    .flags = kTypeBase | kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = dialect_dealloc, .traverse = dialect_traverse, .new_ = dialect_make},
    .getsets = kDialectGetSets};

// The dialect that a name, an object and keyword arguments describe.
Ref make_dialect(Thread& t, ModuleObject* module, Value base, Value kwargs) {
    CsvState& state = state_of(module);
    Ref named = own(base);
    DictObject* keywords = kwargs.is_unbound() ? nullptr : kwargs.as<DictObject>();
    if (base.is_unbound() && keywords) {
        StrObject* key = intern_utf8(t, "dialect");
        if (!key) return Failed{};
        named = own(dict_get_str(t, keywords, key));
        if (named.failed()) return Failed{};
        if (!named.get().is_unbound()) TRY(dict_delete_str(t, keywords, key));
    }
    if (as_str(named)) {
        Ref found = own(TRY(dict_get(t, state.dialects, named)));
        if (found.get().is_unbound()) return raise_class(t, Value::object(state.error), "unknown dialect");
        named = std::move(found);
    }
    bool plain = !keywords || keywords->used == 0;
    if (plain && named.get().is_object() && named.get().as_object()->type == state.dialect_type) return named;
    RefTo<TupleObject> arguments = TRY(named.get().is_unbound() ? tuple_new(t, 0) : tuple_pack(t, {named}));
    return call_with_dict(t, Value::object(state.dialect_type), arguments.get(), keywords);
}

// ------------------------------------------------------------------------------------------------ reader

enum class Place {
    RecordStart,
    FieldStart,
    Escaped,
    InField,
    InQuoted,
    EscapedInQuoted,
    QuoteInQuoted,
    EatLine,
    AfterEscapedLine
};

struct ReaderObject : Object {
    Value input, dialect, module, fields;   // owned; fields: list or UNBOUND
    Place place;
    bool numeric;
    uint64_t line;
    bool running;
};

class FieldReader {
  public:
    FieldReader(Thread& t, ReaderObject* reader)
        : t_(t),
          r_(*reader),
          d_(*dialect_of(reader->dialect)),
          state_(state_of(reader->module.as<ModuleObject>())),
          text_(t) {}

    Status take(char32_t c) {
        switch (r_.place) {
            case Place::RecordStart:
                if (c == 0) return ok();
                if (c == '\n' || c == '\r') return go(Place::EatLine);
                [[fallthrough]];
            case Place::FieldStart: return start_field(c);
            case Place::Escaped:
                if (c == '\n' || c == '\r') {
                    TRY(add(c));
                    return go(Place::AfterEscapedLine);
                }
                TRY(add(c == 0 ? '\n' : c));
                return go(Place::InField);
            case Place::AfterEscapedLine:
                if (c == 0) return ok();
                [[fallthrough]];
            case Place::InField: return in_field(c);
            case Place::InQuoted:
                if (c == 0) return ok();
                if (d_.escapechar != kNoChar && c == d_.escapechar) return go(Place::EscapedInQuoted);
                if (d_.quotechar != kNoChar && c == d_.quotechar && d_.quoting != kNone)
                    return go(d_.doublequote ? Place::QuoteInQuoted : Place::InField);
                return add(c);
            case Place::EscapedInQuoted:
                TRY(add(c == 0 ? '\n' : c));
                return go(Place::InQuoted);
            case Place::QuoteInQuoted: return after_quote(c);
            case Place::EatLine:
                if (c == '\n' || c == '\r') return ok();
                if (c == 0) return go(Place::RecordStart);
                return fail(
                    "new-line character seen in unquoted field - do you need to open the file in universal-newline "
                    "mode?");
        }
        return ok();
    }
    // Ends the field under way and appends it to the record.
    Status save_field() {
        Ref field = TRY(text_.finish());
        length_ = 0;
        if (r_.numeric) {
            r_.numeric = false;
            field = TRY(to_float(t_, field));
        }
        return list_append(t_, r_.fields.as<ListObject>(), field);
    }
    bool has_text() const { return length_ != 0; }
    Failed fail(const char* message) { return raise_class(t_, Value::object(state_.error), "%s", message); }

  private:
    Status go(Place place) {
        r_.place = place;
        return ok();
    }
    Status add(char32_t c) {
        if (length_ >= state_.field_limit)
            return raise_class(t_, Value::object(state_.error), "field larger than field limit (%lld)",
                               static_cast<long long>(state_.field_limit));
        ++length_;
        return text_.append_char(c);
    }
    Status start_field(char32_t c) {
        if (c == '\n' || c == '\r' || c == 0) {
            TRY(save_field());
            return go(c == 0 ? Place::RecordStart : Place::EatLine);
        }
        if (d_.quotechar != kNoChar && c == d_.quotechar && d_.quoting != kNone) return go(Place::InQuoted);
        if (d_.escapechar != kNoChar && c == d_.escapechar) return go(Place::Escaped);
        if (c == ' ' && d_.skipinitialspace) return go(Place::FieldStart);
        if (c == d_.delimiter) {
            TRY(save_field());
            return go(Place::FieldStart);
        }
        if (d_.quoting == kNonNumeric) r_.numeric = true;
        TRY(add(c));
        return go(Place::InField);
    }
    Status in_field(char32_t c) {
        if (c == '\n' || c == '\r' || c == 0) {
            TRY(save_field());
            return go(c == 0 ? Place::RecordStart : Place::EatLine);
        }
        if (d_.escapechar != kNoChar && c == d_.escapechar) return go(Place::Escaped);
        if (c == d_.delimiter) {
            TRY(save_field());
            return go(Place::FieldStart);
        }
        r_.place = Place::InField;
        return add(c);
    }
    Status after_quote(char32_t c) {
        if (d_.quoting != kNone && c == d_.quotechar && c != 0) {
            TRY(add(c));
            return go(Place::InQuoted);
        }
        if (c == d_.delimiter) {
            TRY(save_field());
            return go(Place::FieldStart);
        }
        if (c == '\n' || c == '\r' || c == 0) {
            TRY(save_field());
            return go(c == 0 ? Place::RecordStart : Place::EatLine);
        }
        if (!d_.strict) {
            TRY(add(c));
            return go(Place::InField);
        }
        Ref delimiter = TRY(str_from_char(t_, d_.delimiter)), quote = TRY(str_from_char(t_, d_.quotechar));
        return raise_class(t_, Value::object(state_.error), "'%s' expected after '%s'",
                           str_to_utf8(delimiter.as<StrObject>()).c_str(), str_to_utf8(quote.as<StrObject>()).c_str());
    }

    Thread& t_;
    ReaderObject& r_;
    const DialectObject& d_;
    CsvState& state_;
    StrBuilder text_;
    int64_t length_ = 0;
};

Fallible<bool> read_record(Thread& t, ReaderObject* r) {
    FieldReader fields(t, r);
    RefTo<ListObject> list = TRY(list_new(t));
    decref(std::exchange(r->fields, Value::object(list.release())));
    r->place = Place::RecordStart;
    r->numeric = false;
    do {
        Ref line = TRY(iterator_next(t, r->input));
        if (line.get().is_exhausted()) {
            bool open = r->place == Place::InQuoted || r->place == Place::EscapedInQuoted;
            if (!fields.has_text() && !open && r->place != Place::Escaped) return false;
            if (dialect_of(r->dialect)->strict) return fields.fail("unexpected end of data");
            TRY(fields.save_field());
            return true;
        }
        StrObject* text = as_str(line);
        if (!text) {
            return raise_class(t, Value::object(state_of(r->module.as<ModuleObject>()).error),
                               "iterator should return strings, not %.200s (did you open the file in text mode?)",
                               type_name_of(t, line));
        }
        ++r->line;
        Looks looks(t);
        for (size_t i = 0; i < text->length; ++i) {
            TRY(looks.next());
            char32_t c = text->at(i);
            if (c == 0) return fields.fail("line contains NULL byte");
            TRY(fields.take(c));
        }
        TRY(charge_work(t, text->length));
        TRY(fields.take(0));
    } while (r->place != Place::RecordStart);
    return true;
}
Value reader_next(Thread& t, Value self) {
    auto* r = self.as<ReaderObject>();
    if (r->running) return raise(t, Exc::RuntimeError, "the reader is in use");
    r->running = true;
    Fallible<bool> more = read_record(t, r);
    r->running = false;
    Ref fields = Ref::steal(std::exchange(r->fields, Value::unbound()));
    if (!more) return Value::error();
    return more.value() ? fields.release() : Value::exhausted();
}
Value reader_self(Thread&, Value self) { return own(self).release(); }
void reader_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* r = static_cast<ReaderObject*>(o);
    for (Value v : {r->input, r->dialect, r->module, r->fields}) decref(v);
    free_object(interp, o);
}
void reader_traverse(Object* o, Visitor& visitor) {
    auto* r = static_cast<ReaderObject*>(o);
    for (Value v : {r->input, r->dialect, r->module, r->fields}) visitor.visit(v);
}
Value reader_dialect(Thread&, Value self) { return own(self.as<ReaderObject>()->dialect).release(); }
Value reader_line(Thread& t, Value self) { return make_int_u64(t, self.as<ReaderObject>()->line).release(); }
constexpr GetSetDef kReaderGetSets[] = {{"dialect", reader_dialect, nullptr, nullptr},
                                        {"line_num", reader_line, nullptr, nullptr}};
constexpr TypeSpec kReaderSpec = {
    .name = "_csv.reader",
    .doc = "Reads records: lists of fields.",
    .basic_size = sizeof(ReaderObject),
    .flags = kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = reader_dealloc, .traverse = reader_traverse, .iter = reader_self, .next = reader_next},
    .getsets = kReaderGetSets};

Ref csv_reader(Thread& t, ModuleObject* module, Value kwargs, Args args) {
    if (args.count < 1 || args.count > 2)
        return raise(t, Exc::TypeError,
                     args.count ? " expected at most 2 arguments, got %zu" : " expected at least 1 arguments, got %zu",
                     args.count);
    Ref input = get_iterator(t, args[0]);
    if (input.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "argument 1 must be an iterator");
    }
    Ref dialect = TRY(make_dialect(t, module, args.count > 1 ? args[1] : Value::unbound(), kwargs));
    auto* r = allocate<ReaderObject>(t, state_of(module).reader_type);
    if (!r) return Failed{};
    r->input = input.release();
    r->dialect = dialect.release();
    r->module = own(module).release();
    r->fields = Value::unbound();
    r->place = Place::RecordStart;
    r->numeric = r->running = false;
    r->line = 0;
    gc_track(r);
    return Ref::steal(r);
}

// ------------------------------------------------------------------------------------------------ writer

struct WriterObject : Object {
    Value write, dialect, module;   // owned
};

bool needs_quotes(const DialectObject& d, char32_t c) {
    if (c == d.delimiter || (d.escapechar != kNoChar && c == d.escapechar) ||
        (d.quotechar != kNoChar && c == d.quotechar))
        return true;
    return str_find_char(d.lineterminator.as<StrObject>(), c, 0, d.lineterminator.as<StrObject>()->length) >= 0;
}

Status write_field(Thread& t, WriterObject* w, StrBuilder& out, StrObject* text, bool quoted) {
    const DialectObject& d = *dialect_of(w->dialect);
    Looks looks(t);
    if (d.quoting == kMinimal)
        for (size_t i = 0; i < text->length && !quoted; ++i) {
            TRY(looks.next());
            char32_t c = text->at(i);
            // A quote that will be escaped needs no quotes around the field.
            if (needs_quotes(d, c)) quoted = c != d.quotechar || d.doublequote;
        }
    if (quoted) TRY(out.append_char(d.quotechar));
    for (size_t i = 0; i < text->length; ++i) {
        char32_t c = text->at(i);
        if (needs_quotes(d, c)) {
            bool escape = d.quoting == kNone;
            if (!escape && d.quotechar != kNoChar && c == d.quotechar) {
                if (d.doublequote) TRY(out.append_char(d.quotechar));
                else escape = true;
            }
            if (escape) {
                if (d.escapechar == kNoChar)
                    return raise_class(t, Value::object(state_of(w->module.as<ModuleObject>()).error),
                                       "need to escape, but no escapechar set");
                TRY(out.append_char(d.escapechar));
            }
        }
        TRY(out.append_char(c));
    }
    if (quoted) TRY(out.append_char(d.quotechar));
    return ok();
}

Ref writer_writerow(Thread& t, WriterObject* w, Value row) {
    const DialectObject& d = *dialect_of(w->dialect);
    Value error = Value::object(state_of(w->module.as<ModuleObject>()).error);
    Ref iterator = get_iterator(t, row);
    if (iterator.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise_class(t, error, "iterable expected, not %.200s", type_name_of(t, row));
    }
    StrBuilder out(t);
    size_t count = 0;
    bool last_empty = false;
    for (;; ++count) {
        Ref field = TRY(iterator_next(t, iterator));
        if (field.get().is_exhausted()) break;
        if (count) TRY(out.append_char(d.delimiter));
        bool number = is_int_like(field) || is_float_like(field) || type_of(t, field)->slots.as_float;
        bool quoted = d.quoting == kAll || (d.quoting == kNonNumeric && !number);
        RefTo<StrObject> text;
        if (as_str(field)) text = RefTo<StrObject>::own(as_str(field));
        else if (field.get().is_none()) text = RefTo<StrObject>::own(t.interp.empty_str);
        else text = TRY(str_of(t, field));
        last_empty = text->length == 0 && !quoted;
        TRY(write_field(t, w, out, text.get(), quoted));
    }
    if (count == 1 && last_empty) {
        if (d.quoting == kNone) return raise_class(t, error, "single empty field record must be quoted");
        TRY(out.append_char(d.quotechar));
        TRY(out.append_char(d.quotechar));
    }
    TRY(out.append(d.lineterminator.as<StrObject>()));
    Ref line = TRY(out.finish());
    return call(t, w->write, line);
}
Status writer_writerows(Thread& t, WriterObject* w, Value rows) {
    Ref held = own(w), iterator = get_iterator(t, rows);
    if (iterator.failed()) {
        if (!pending_matches(t, Exc::TypeError)) return Failed{};
        clear_exception(t);
        return raise(t, Exc::TypeError, "writerows() argument must be iterable");
    }
    for (;;) {
        Ref row = TRY(iterator_next(t, iterator));
        if (row.get().is_exhausted()) return ok();
        TRY(writer_writerow(t, w, row));
    }
}
void writer_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    auto* w = static_cast<WriterObject*>(o);
    for (Value v : {w->write, w->dialect, w->module}) decref(v);
    free_object(interp, o);
}
void writer_traverse(Object* o, Visitor& visitor) {
    auto* w = static_cast<WriterObject*>(o);
    for (Value v : {w->write, w->dialect, w->module}) visitor.visit(v);
}
Value writer_dialect(Thread&, Value self) { return own(self.as<WriterObject>()->dialect).release(); }
constexpr GetSetDef kWriterGetSets[] = {{"dialect", writer_dialect, nullptr, nullptr}};
constexpr MethodDef kWriterMethods[] = {
    method<writer_writerow>("writerow", "(self, row, /)", "Write one record: an iterable of fields."),
    method<writer_writerows>("writerows", "(self, rows, /)", "Write several records."),
};
constexpr TypeSpec kWriterSpec = {.name = "_csv.writer",
                                  .doc = "Writes records.",
                                  .basic_size = sizeof(WriterObject),
                                  .flags = kTypeGc | kTypeInheritsGetattr,
                                  .slots = {.dealloc = writer_dealloc, .traverse = writer_traverse},
                                  .methods = kWriterMethods,
                                  .getsets = kWriterGetSets};

Ref csv_writer(Thread& t, ModuleObject* module, Value kwargs, Args args) {
    if (args.count < 1 || args.count > 2)
        return raise(t, Exc::TypeError,
                     args.count ? " expected at most 2 arguments, got %zu" : " expected at least 1 arguments, got %zu",
                     args.count);
    StrObject* key = intern_utf8(t, "write");
    if (!key) return Failed{};
    Ref write = TRY(lookup_attribute(t, args[0], key));
    if (write.get().is_unbound() || !is_callable(t, write))
        return raise(t, Exc::TypeError, "argument 1 must have a \"write\" method");
    Ref dialect = TRY(make_dialect(t, module, args.count > 1 ? args[1] : Value::unbound(), kwargs));
    auto* w = allocate<WriterObject>(t, state_of(module).writer_type);
    if (!w) return Failed{};
    w->write = write.release();
    w->dialect = dialect.release();
    w->module = own(module).release();
    gc_track(w);
    return Ref::steal(w);
}

// ------------------------------------------------------------------------------------------------ module

Status csv_register_dialect(Thread& t, ModuleObject* module, Value kwargs, Args args) {
    if (args.count < 1 || args.count > 2)
        return raise(t, Exc::TypeError,
                     args.count ? "register_dialect expected at most 2 arguments, got %zu"
                                : "register_dialect expected at least 1 arguments, got %zu",
                     args.count);
    if (!as_str(args[0])) return raise(t, Exc::TypeError, "dialect name must be a string");
    Ref dialect = TRY(make_dialect(t, module, args.count > 1 ? args[1] : Value::unbound(), kwargs));
    return dict_set(t, state_of(module).dialects, args[0], dialect);
}
Status csv_unregister_dialect(Thread& t, ModuleObject* module, Value name) {
    bool was_there = TRY(dict_delete(t, state_of(module).dialects, name));
    if (was_there) return ok();
    return raise_class(t, Value::object(state_of(module).error), "unknown dialect");
}
Ref csv_get_dialect(Thread& t, ModuleObject* module, Value name) {
    Value found = TRY(dict_get(t, state_of(module).dialects, name));
    if (!found.is_unbound()) return own(found);
    return raise_class(t, Value::object(state_of(module).error), "unknown dialect");
}
Ref csv_list_dialects(Thread& t, ModuleObject* module) { return to_list(t, Value::object(state_of(module).dialects)); }
Ref csv_field_size_limit(Thread& t, ModuleObject* module, Value limit) {
    int64_t before = state_of(module).field_limit;
    if (!limit.is_unbound()) {
        if (!is_int_like(limit)) return raise(t, Exc::TypeError, "limit must be an integer");
        state_of(module).field_limit = TRY(int_to_i64(t, limit, "Python int too large to convert to C long"));
    }
    return make_int(t, before);
}

Status csv_exec(Thread& t, ModuleObject* module) {
    TRY(module_set_str(t, module, "__version__", "1.0"));
    TRY(module_set_int(t, module, "QUOTE_MINIMAL", kMinimal));
    TRY(module_set_int(t, module, "QUOTE_ALL", kAll));
    TRY(module_set_int(t, module, "QUOTE_NONNUMERIC", kNonNumeric));
    TRY(module_set_int(t, module, "QUOTE_NONE", kNone));
    RefTo<DictObject> dialects = TRY(dict_new(t));
    TRY(module_set(t, module, "_dialects", dialects.value()));
    Ref error = TRY(module_add_exception(t, module, "_csv", "Error", Exc::Exception));
    TypeObject* dialect_type = TRY(module_add_type(t, module, kDialectSpec));
    RefTo<TypeObject> reader = TRY(type_from_spec(t.interp, t, kReaderSpec, nullptr));
    RefTo<TypeObject> writer = TRY(type_from_spec(t.interp, t, kWriterSpec, nullptr));
    auto* state = static_cast<CsvState*>(t.heap.allocate_buffer(sizeof(CsvState)));
    if (!state) return raise_memory_error(t);
    *state = {error.release().as_object(), dialect_type, reader.release(), writer.release(),
              dialects.release(),          128 * 1024};
    module->state = state;
    module->free_state = [](Interpreter& interp, void* memory) {
        auto* s = static_cast<CsvState*>(memory);
        decref(s->error);
        for (Object* o : {static_cast<Object*>(s->reader_type), static_cast<Object*>(s->writer_type),
                          static_cast<Object*>(s->dialects)})
            decref(o);
        interp.heap.free_buffer(memory, sizeof(CsvState));
    };
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<csv_field_size_limit>("field_size_limit", "(module, limit=None, /)",
                                   "The longest field that is allowed; sets it too."),
    function<csv_get_dialect>("get_dialect", "(module, name, /)", "The dialect registered under a name."),
    function<csv_list_dialects>("list_dialects", "(module)", "The names of all registered dialects."),
    function<csv_reader>("reader", "(module, *args, **kwargs)",
                         "reader(iterable [, dialect='excel'] [, settings]): iterates over records of lines."),
    function<csv_register_dialect>("register_dialect", "(module, *args, **kwargs)",
                                   "register_dialect(name [, dialect] [, settings]): give a dialect a name."),
    function<csv_unregister_dialect>("unregister_dialect", "(module, name, /)", "Forget a dialect."),
    function<csv_writer>("writer", "(module, *args, **kwargs)",
                         "writer(file [, dialect='excel'] [, settings]): writes records to a file."),
};

}  // namespace

extern const ModuleDef kCsvModule;
constinit const ModuleDef kCsvModule = {
    .name = "_csv", .doc = "Reading and writing CSV.", .functions = kFunctions, .exec = csv_exec};

}  // namespace krait
