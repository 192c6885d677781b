// _sre: pattern objects.
#include <algorithm>
#include <cstddef>
#include <cstring>

#include "builtins/types/class_alias.h"
#include "builtins/modules/sre.h"
#include "builtins/types/text_support.h"
#include "vm/object/iterator_objects.h"

namespace krait::sre {

Ref call_re(Thread& t, const char* function, std::initializer_list<Value> args) {
    Ref module = TRY(import_module(t, "re"));
    StrObject* name = intern_utf8(t, function);
    if (!name) return Failed{};
    Ref callee = TRY(get_attribute(t, module, name));
    return call(t, callee, CallArgs{args.begin(), args.size(), nullptr});
}

namespace {

PatternObject* pattern_of(Value v) { return v.as<PatternObject>(); }

// The text argument, which older code passes under another name.
Fallible<Value> text_argument(Thread& t, Value string, Value other, const char* old_name) {
    if (!other.is_unbound()) {
        if (!string.is_unbound())
            return raise(t, Exc::TypeError, "Argument given by name ('%s') and position (1)", old_name);
        TRY(warn(t, Exc::DeprecationWarning, 1, "The '%s' keyword parameter name is deprecated.  Use 'string' instead.",
                 old_name));
        return other;
    }
    if (string.is_unbound()) return raise(t, Exc::TypeError, "Required argument 'string' (pos 1) not found");
    return string;
}

// --- one match
enum class Mode { Match, FullMatch, Search };

template <Mode kMode>
Ref pattern_match(Thread& t, PatternObject* self, Value string, Optional<int64_t> pos, Optional<int64_t> endpos,
                  Value pattern) {
    Value text = KRAIT_LIKELY(pattern.is_unbound() && !string.is_unbound())
                     ? string
                     : TRY(text_argument(t, string, pattern, "pattern"));
    Ref keep = own(self);
    Subject subject = TRY(Subject::open_for(t, self, text));
    int64_t from = pos.value_or(0), to = endpos.value_or(INT64_MAX);
    clamp_range(subject.length(), &from, &to);
    Matching m(t, self, subject, from, to);
    TRY(m.prepare());
    bool found = TRY(kMode == Mode::Search ? m.search() : m.match(kMode == Mode::FullMatch));
    if (!found) return own(Value::none());
    return match_new(t, self, m, text);
}

// --- all matches
Ref found_item(Thread& t, PatternObject* self, const Subject& subject, const Matching& m) {
    auto piece = [&](int64_t group) -> Ref {
        int64_t from = 0, to = 0;
        if (!m.group_span(group, &from, &to)) from = to = 0;
        return subject.slice(t, from, to);
    };
    if (self->groups == 0) return piece(0);
    if (self->groups == 1) return piece(1);
    RefTo<TupleObject> item = TRY(tuple_new(t, static_cast<size_t>(self->groups)));
    for (int64_t i = 0; i < self->groups; ++i) item->items[i] = TRY(piece(i + 1)).release();
    return item;
}

Ref pattern_findall(Thread& t, PatternObject* self, Value string, Optional<int64_t> pos, Optional<int64_t> endpos,
                    Value source) {
    Value text = TRY(text_argument(t, string, source, "source"));
    Ref keep = own(self);
    Subject subject = TRY(Subject::open_for(t, self, text));
    int64_t from = pos.value_or(0), to = endpos.value_or(INT64_MAX);
    clamp_range(subject.length(), &from, &to);
    Matching m(t, self, subject, from, to);
    TRY(m.prepare());
    RefTo<ListObject> list = TRY(list_new(t));
    while (m.start <= m.end && TRY(m.search())) {
        Ref item = TRY(found_item(t, self, subject, m));
        TRY(list_append(t, list.get(), item));
        m.advance();
    }
    return list;
}

Status require_text(Thread& t, Value string) {
    if (string.is_unbound()) return raise(t, Exc::TypeError, "Required argument 'string' (pos 1) not found");
    return ok();
}

Ref pattern_scanner(Thread& t, PatternObject* self, Value string, Optional<int64_t> pos, Optional<int64_t> endpos) {
    TRY(require_text(t, string));
    return scanner_new(t, self, string, pos.value_or(0), endpos.value_or(INT64_MAX));
}

Ref pattern_finditer(Thread& t, PatternObject* self, Value string, Optional<int64_t> pos, Optional<int64_t> endpos) {
    Ref scanner = TRY(pattern_scanner(t, self, string, pos, endpos));
    StrObject* name = intern_utf8(t, "search");
    if (!name) return Failed{};
    Ref search = TRY(get_attribute(t, scanner, name));
    return callable_iterator_new(t, search, Value::none());
}

Ref pattern_split(Thread& t, PatternObject* self, Value string, Optional<int64_t> maxsplit, Value source) {
    Value text = TRY(text_argument(t, string, source, "source"));
    Ref keep = own(self);
    constexpr const char* kEmpty = "split() requires a non-empty pattern match.";
    if (self->splits_never) return raise(t, Exc::ValueError, "%s", kEmpty);
    if (self->splits_warn) TRY(warn(t, Exc::FutureWarning, 1, "%s", kEmpty));
    Subject subject = TRY(Subject::open_for(t, self, text));
    Matching m(t, self, subject, 0, subject.length());
    TRY(m.prepare());
    RefTo<ListObject> list = TRY(list_new(t));
    auto add = [&](int64_t from, int64_t to) -> Status {
        Ref piece = TRY(subject.slice(t, from, to));
        return list_append(t, list.get(), piece);
    };
    int64_t most = maxsplit.value_or(0), last = 0;
    for (int64_t n = 0; most == 0 || n < most;) {
        if (!TRY(m.search())) break;
        if (m.start == m.ptr) {
            if (last == m.end || m.ptr == m.end) break;
            m.start = m.ptr + 1;
            continue;
        }
        TRY(add(last, m.start));
        for (int64_t i = 1; i <= self->groups; ++i) {
            int64_t from, to;
            if (m.group_span(i, &from, &to))
                TRY(add(from, to));
            else
                TRY(list_append(t, list.get(), Value::none()));
        }
        ++n;
        last = m.start = m.ptr;
    }
    TRY(add(last, m.end));
    return list;
}

// --- substitution
// Collects the pieces of the result. A piece of a wrong type is an error only at the end, when all calls have been
// made.
class Pieces {
  public:
    Pieces(Thread& t, const Subject& subject) : thread_(t), subject_(subject), text_(t), bytes_(t) {}

    Status add_subject(int64_t from, int64_t to) {
        ++count_;
        if (subject_.is_bytes()) {
            return bytes_.append({static_cast<const char*>(subject_.data()) + from, static_cast<size_t>(to - from)});
        }
        return text_.append(subject_.string().as<StrObject>(), static_cast<size_t>(from), static_cast<size_t>(to));
    }
    Status add(Value item) {
        ++count_;
        if (!subject_.is_bytes()) {
            if (StrObject* text = as_str(item)) return text_.append(text);
        } else if (is_kind(item, Kind::Bytes)) {
            return bytes_.append(item.as<BytesObject>()->view());
        } else if (has_buffer(thread_, item)) {
            BufferView view = TRY(get_buffer(thread_, item));
            return bytes_.append(view.view());
        }
        if (bad_.get().is_unbound()) {
            bad_ = own(item);
            bad_index_ = count_ - 1;
        }
        return ok();
    }
    bool untouched() const { return count_ == 0; }
    Ref finish() {
        if (!bad_.get().is_unbound())
            return raise(thread_, Exc::TypeError, "sequence item %zu: expected %s, %.80s found", bad_index_,
                         subject_.is_bytes() ? "a bytes-like object" : "str instance", type_name_of(thread_, bad_));
        return subject_.is_bytes() ? bytes_.finish() : text_.finish();
    }

  private:
    Thread& thread_;
    const Subject& subject_;
    StrBuilder text_;
    ByteBuilder bytes_;
    size_t count_ = 0, bad_index_ = 0;
    Ref bad_;
};

// What stands for each match: itself if it has no backslash, or what re._subx makes of it.
Ref replacement_filter(Thread& t, PatternObject* self, Value repl) {
    if (is_callable(t, repl)) return own(repl);
    bool literal = false;
    if (StrObject* text = as_str(repl)) {
        literal = str_find_char(text, '\\', 0, text->length) < 0;
    } else if (has_buffer(t, repl)) {
        auto view = get_buffer(t, repl);
        if (view)
            literal = view.value().view().find('\\') == std::string_view::npos;
        else
            clear_exception(t);
    }
    if (literal) return own(repl);
    return call_re(t, "_subx", {Value::object(self), repl});
}

// The template behind a function that re._subx made, so that it need not be called: [(index, group), ...] and the
// pieces, None at these indexes.
class Template {
  public:
    // False: some other function.
    bool recognise(const PatternObject* pattern, bool bytes, Value filter) {
        if (!is_kind(filter, Kind::Function)) return false;
        auto* function = filter.as<FunctionObject>();
        StrObject *module = as_str(function->module), *name = as_str(function->qualname);
        TupleObject* defaults = function->defaults.is_unbound() ? nullptr : as_tuple(function->defaults);
        if (!module || !name || !defaults || defaults->size != 1 || !str_equals_ascii(module, "re") ||
            !str_equals_ascii(name, "_subx.<locals>.filter"))
            return false;
        TupleObject* parts = as_tuple(defaults->items[0]);
        if (!parts || parts->size != 2) return false;
        const Value* lists = parts->items;
        if (!as_list(lists[0]) || !as_list(lists[1])) return false;
        groups_ = RefTo<ListObject>::own(as_list(lists[0]));
        pieces_ = RefTo<ListObject>::own(as_list(lists[1]));
        size_t next = 0;
        for (size_t i = 0; i < pieces_->size; ++i) {
            Value piece = pieces_->items[i];
            if (piece.is_none() ? group_at(next++, i, pattern) < 0 : !is_kind(piece, bytes ? Kind::Bytes : Kind::Str))
                return false;
        }
        return next == groups_->size;
    }
    Status append_to(Pieces& out, const Matching& m, const PatternObject* pattern) const {
        size_t next = 0;
        for (size_t i = 0; i < pieces_->size; ++i) {
            if (!pieces_->items[i].is_none()) {
                TRY(out.add(pieces_->items[i]));
                continue;
            }
            int64_t from, to, group = group_at(next++, i, pattern);
            if (group >= 0 && m.group_span(group, &from, &to) && from < to) TRY(out.add_subject(from, to));
        }
        return ok();
    }

  private:
    // The group that belongs to the piece `index`, by the n-th pair; -1: none.
    int64_t group_at(size_t n, size_t index, const PatternObject* pattern) const {
        TupleObject* pair = n < groups_->size ? as_tuple(groups_->items[n]) : nullptr;
        if (!pair || pair->size != 2) return -1;
        const Value* numbers = pair->items;
        if (!both_ints(numbers[0], numbers[1])) return -1;
        int64_t group = numbers[1].as_int();
        if (numbers[0].as_int() != static_cast<int64_t>(index) || group < 0 || group > pattern->groups) return -1;
        return group;
    }
    RefTo<ListObject> groups_, pieces_;
};

Ref substitute(Thread& t, PatternObject* self, Value repl, Value string, int64_t most, bool with_count) {
    Ref keep = own(self);
    Ref filter = TRY(replacement_filter(t, self, repl));
    bool calls = is_callable(t, filter);
    Subject subject = TRY(Subject::open_for(t, self, string));
    Matching m(t, self, subject, 0, subject.length());
    TRY(m.prepare());
    Pieces pieces(t, subject);
    Template parts;
    bool by_template = filter.get() != repl && parts.recognise(self, subject.is_bytes(), filter);
    int64_t n = 0, done = 0;
    while (most == 0 || n < most) {
        if (m.start > m.end || !TRY(m.search())) break;
        bool again = done == m.start && done == m.ptr && n > 0;  // empty, right behind the last one
        if (!again) {
            if (done < m.start) TRY(pieces.add_subject(done, m.start));
            if (by_template) {
                TRY(parts.append_to(pieces, m, self));
            } else if (calls) {
                Ref match = TRY(match_new(t, self, m, string));
                Ref item = TRY(call(t, filter, match));
                if (!item.get().is_none()) TRY(pieces.add(item));
            } else if (!filter.get().is_none()) {
                TRY(pieces.add(filter));
            }
            done = m.ptr;
            ++n;
        }
        m.advance();
    }
    Ref result;
    if (pieces.untouched()) {
        result = TRY(subject.slice(t, done, m.end));
    } else {
        if (done < m.end) TRY(pieces.add_subject(done, m.end));
        result = TRY(pieces.finish());
    }
    if (!with_count) return result;
    return tuple_pack(t, {result, Value::from_int_unchecked(n)});
}

Status require_sub_arguments(Thread& t, Value repl, Value string) {
    if (repl.is_unbound()) return raise(t, Exc::TypeError, "Required argument 'repl' (pos 1) not found");
    if (string.is_unbound()) return raise(t, Exc::TypeError, "Required argument 'string' (pos 2) not found");
    return ok();
}
Ref pattern_sub(Thread& t, PatternObject* self, Value repl, Value string, Optional<int64_t> count) {
    TRY(require_sub_arguments(t, repl, string));
    return substitute(t, self, repl, string, count.value_or(0), false);
}
Ref pattern_subn(Thread& t, PatternObject* self, Value repl, Value string, Optional<int64_t> count) {
    TRY(require_sub_arguments(t, repl, string));
    return substitute(t, self, repl, string, count.value_or(0), true);
}

Ref pattern_copy(Thread& t, PatternObject*) { return raise(t, Exc::TypeError, "cannot copy this pattern object"); }
Ref pattern_deepcopy(Thread& t, PatternObject*, Value) {
    return raise(t, Exc::TypeError, "cannot deepcopy this pattern object");
}

// --- repr, ==, hash
struct FlagName {
    uint32_t flag;
    const char* name;
};
constexpr FlagName kFlagNames[] = {
    {kFlagTemplate, "re.TEMPLATE"},   {kFlagIgnoreCase, "re.IGNORECASE"}, {kFlagLocale, "re.LOCALE"},
    {kFlagMultiline, "re.MULTILINE"}, {kFlagDotAll, "re.DOTALL"},         {kFlagUnicode, "re.UNICODE"},
    {kFlagVerbose, "re.VERBOSE"},     {kFlagDebug, "re.DEBUG"},           {kFlagAscii, "re.ASCII"},
};

Value pattern_repr(Thread& t, Value v) {
    auto make = [&]() -> Ref {
        PatternObject* self = pattern_of(v);
        uint32_t flags = self->flags;
        if (self->is_bytes == 0 && (flags & (kFlagLocale | kFlagUnicode | kFlagAscii)) == kFlagUnicode)
            flags &= ~static_cast<uint32_t>(kFlagUnicode);  // goes without saying
        RefTo<StrObject> shown = TRY(repr(t, self->pattern));
        StrBuilder out(t);
        TRY(out.append_ascii("re.compile("));
        TRY(out.append(shown.get(), 0, std::min<size_t>(shown->length, 200)));
        const char* separator = ", ";
        auto add = [&](std::string_view name) -> Status {
            TRY(out.append_ascii(separator));
            separator = "|";
            return out.append_ascii(name);
        };
        for (auto [flag, name] : kFlagNames) {
            if (!(flags & flag)) continue;
            TRY(add(name));
            flags &= ~flag;
        }
        if (flags) {
            char number[16];
            snprintf(number, sizeof(number), "0x%x", flags);
            TRY(add(number));
        }
        TRY(out.append_ascii(")"));
        return out.finish();
    };
    return make().release();
}

Value pattern_compare(Thread& t, Value a, Value b, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || type_of(t, a) != type_of(t, b)) return Value::not_implemented();
    PatternObject *x = pattern_of(a), *y = pattern_of(b);
    bool same = x == y;
    if (!same && x->flags == y->flags && x->is_bytes == y->is_bytes && x->groups == y->groups &&
        x->code_count == y->code_count && std::memcmp(x->codes, y->codes, x->code_count * 4) == 0) {
        auto equal_text = equal(t, x->pattern, y->pattern);
        if (!equal_text) return Value::error();
        same = equal_text.value();
    }
    return Value::boolean(same == (op == CompareOp::Eq));
}

int64_t pattern_hash(Thread& t, Value v) {
    PatternObject* self = pattern_of(v);
    auto text = hash_of(t, self->pattern);
    if (!text) return -1;
    uint64_t h = text.value() ^ hash_bytes(t.interp, self->codes, self->code_count * 4) ^ self->flags ^
                 static_cast<uint64_t>(self->is_bytes) ^ static_cast<uint64_t>(self->groups);
    auto result = static_cast<int64_t>(h);
    return result == -1 ? -2 : result;
}

// --- attributes
Value get_groupindex(Thread& t, Value v) {
    Value names = pattern_of(v)->groupindex;
    if (as_dict(names)) return mapping_proxy_new(t, names).release();
    return call(t, Value::object(t.interp.type(Kind::MappingProxy)), names).release();  // TypeError, mostly
}

void pattern_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<PatternObject*>(o);
    gc_untrack(o);
    for (Value v : {self->pattern, self->groupindex, self->indexgroup}) decref(v);
    decref(self->match_type);
    decref(self->scanner_type);
    if (self->codes) interp.heap.free_buffer(self->codes, self->code_count * 4);
    program_free(interp.heap, self->program);
    free_object(interp, o);
}
void pattern_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<PatternObject*>(o);
    for (Value v : {self->pattern, self->groupindex, self->indexgroup}) visitor.visit(v);
    visitor.visit_pointer(self->match_type);
    visitor.visit_pointer(self->scanner_type);
}
void pattern_clear(Interpreter&, Object* o) {
    auto* self = static_cast<PatternObject*>(o);
    for (Value* v : {&self->pattern, &self->groupindex, &self->indexgroup}) {
        Value old = *v;
        *v = Value::none();
        decref(old);
    }
}

constexpr const char* kOneMatch = "(self, string=None, pos=0, endpos=sys.maxsize, *, pattern=None)";
constexpr MethodDef kMethods[] = {
    KRAIT_CLASS_GETITEM,
    method<pattern_match<Mode::Match>>("match", kOneMatch, "Match at the beginning of the string, or None."),
    method<pattern_match<Mode::FullMatch>>("fullmatch", kOneMatch, "Match of the whole string, or None."),
    method<pattern_match<Mode::Search>>("search", kOneMatch, "The first match in the string, or None."),
    method<pattern_sub>("sub", "(self, repl=None, string=None, count=0)",
                        "The string with the leftmost non-overlapping matches replaced by repl."),
    method<pattern_subn>("subn", "(self, repl=None, string=None, count=0)",
                         "The pair (new string, number of replacements)."),
    method<pattern_findall>("findall", "(self, string=None, pos=0, endpos=sys.maxsize, *, source=None)",
                            "List of all non-overlapping matches in the string."),
    method<pattern_split>("split", "(self, string=None, maxsplit=0, *, source=None)",
                          "The pieces of the string between matches."),
    method<pattern_finditer>("finditer", "(self, string=None, pos=0, endpos=sys.maxsize)",
                             "Iterator over all non-overlapping matches in the string, as match objects."),
    method<pattern_scanner>("scanner", "(self, string=None, pos=0, endpos=sys.maxsize)", "Scanner over the string."),
    method<pattern_copy>("__copy__", "(self, /)", "Refused."),
    method<pattern_deepcopy>("__deepcopy__", "(self, memo, /)", "Refused."),
};
constexpr GetSetDef kGetSets[] = {
    {"groupindex", get_groupindex, nullptr, "A dictionary mapping group names to group numbers."}};
constexpr MemberDef kMembers[] = {
    {"pattern", offsetof(PatternObject, pattern), false, nullptr},
    {"flags", offsetof(PatternObject, shown_flags), false, nullptr},
    {"groups", offsetof(PatternObject, shown_groups), false, nullptr},
};

// The code list as 32-bit numbers.
Status read_codes(Thread& t, PatternObject* self, ListObject* list) {
    size_t n = list->size;
    self->codes = static_cast<uint32_t*>(t.heap.allocate_buffer(std::max<size_t>(n, 1) * 4));
    if (!self->codes) return raise_memory_error(t);
    self->code_count = std::max<size_t>(n, 1);
    self->codes[0] = code::Failure;
    for (size_t i = 0; i < n && i < list->size; ++i) {
        Value item = list->items[i];
        int64_t word = -1;
        if (item.is_int())
            word = item.as_int();
        else if (is_int_like(item)) {
            Ref number = own(item);
            auto small = int_to_i64(t, number, "regular expression code size limit exceeded");
            if (!small) return Failed{};
            word = small.value();
        }
        if (word < 0 || word > UINT32_MAX)
            return raise(t, Exc::OverflowError, "regular expression code size limit exceeded");
        self->codes[i] = static_cast<uint32_t>(word);
    }
    return ok();
}

}  // namespace

Ref pattern_new(Thread& t, TypeObject* type, TypeObject* match_type, TypeObject* scanner_type, Value pattern,
                uint32_t flags, ListObject* codes, int64_t groups, Value groupindex, Value indexgroup) {
    int8_t is_bytes = -1;
    if (!pattern.is_none()) is_bytes = TRY(Subject::open(t, pattern)).is_bytes();
    auto* self = allocate_instance<PatternObject>(t, type);
    if (!self) return Failed{};
    self->pattern = own(pattern).release();
    self->groupindex = own(groupindex).release();
    self->indexgroup = own(indexgroup).release();
    incref(match_type);
    incref(scanner_type);
    self->match_type = match_type;
    self->scanner_type = scanner_type;
    self->groups = groups;
    self->shown_flags = Value::from_int_unchecked(static_cast<int32_t>(flags));
    self->shown_groups = Value::from_int_unchecked(Value::fits_int(groups) ? groups : -1);
    self->flags = flags;
    self->is_bytes = is_bytes;
    self->codes = nullptr;
    self->code_count = 0;
    new (&self->program) Program();
    gc_track(self);
    Ref result = Ref::steal(self);
    TRY(read_codes(t, self, codes));
    TRY(translate(t, self->codes, self->code_count, groups, flags, &self->program));
    const uint32_t* words = self->codes;
    bool info = words[0] == code::Info;
    self->splits_never = info && words[3] == 0 && words[4] == 0;
    self->splits_warn = !info || words[3] == 0;
    return result;
}

constinit const TypeSpec kPatternSpec = {
    .name = "_sre.SRE_Pattern",
    .doc = "Compiled regular expression objects",
    .basic_size = sizeof(PatternObject),
    .flags = kTypeGc | kTypeHasWeakrefs | kTypeInheritsGetattr,
    .slots = {.dealloc = pattern_dealloc,
              .traverse = pattern_traverse,
              .clear = pattern_clear,
              .repr = pattern_repr,
              .hash = pattern_hash,
              .compare = pattern_compare},
    .methods = kMethods,
    .getsets = kGetSets,
    .members = kMembers,
};

}  // namespace krait::sre
