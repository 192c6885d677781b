// _sre: match objects and scanners.
#include <algorithm>
#include <cstddef>

#include "builtins/types/class_alias.h"
#include "builtins/modules/sre.h"

namespace krait::sre {

Ref match_new(Thread& t, PatternObject* pattern, const Matching& m, Value string) {
    int64_t groups = pattern->groups + 1;
    size_t size = sizeof(MatchObject) + static_cast<size_t>(groups - 1) * 16;
    auto* match = static_cast<MatchObject*>(allocate_object(t, pattern->match_type, size));
    if (!match) return Failed{};
    match->string = own(string).release();
    match->regs = Value::unbound();
    incref(pattern);
    match->pattern = pattern;
    match->pos = Value::from_int_unchecked(m.pos);
    match->endpos = Value::from_int_unchecked(m.end);
    match->lastindex = m.lastindex;
    match->groups = groups;
    for (int64_t i = 0; i < groups; ++i)
        if (!m.group_span(i, &match->marks[2 * i], &match->marks[2 * i + 1]))
            match->marks[2 * i] = match->marks[2 * i + 1] = -1;
    if (!is_kind(string, Kind::Str) && !is_kind(string, Kind::Bytes)) gc_track(match);  // others may refer back
    return Ref::steal(match);
}

namespace {

MatchObject* match_of(Value v) { return v.as<MatchObject>(); }

// Number of the group a caller means; -1: there is none.
Fallible<int64_t> group_index(Thread& t, MatchObject* self, Value index) {
    if (index.is_unbound()) return 0;
    int64_t i = -1;
    if (index.is_int()) {
        i = index.as_int();
    } else if (is_int_like(index) || type_of(t, index)->slots.index) {
        i = TRY(index_clamped(t, index));
    } else {
        Ref keep = own(self->pattern->groupindex);
        Ref found = get_item(t, keep, index);
        if (found.failed())
            clear_exception(t);
        else if (found.get().is_int())
            i = found.get().as_int();
    }
    return i >= 0 && i < self->groups ? i : -1;
}
Fallible<int64_t> known_group(Thread& t, MatchObject* self, Value index) {
    int64_t i = TRY(group_index(t, self, index));
    if (i < 0) return raise(t, Exc::IndexError, "no such group");
    return i;
}

// The text once for several groups.
class Groups {
  public:
    static Fallible<Groups> of(Thread& t, MatchObject* self) {
        Groups g;
        g.self_ = self;
        g.subject_ = TRY(Subject::open(t, self->string));
        return g;
    }
    Ref get(Thread& t, int64_t i, Value fallback) const {
        if (self_->marks[2 * i] < 0) return own(fallback);
        return subject_.slice(t, self_->marks[2 * i], self_->marks[2 * i + 1]);
    }

  private:
    MatchObject* self_ = nullptr;
    Subject subject_;
};

Ref group_text(Thread& t, MatchObject* self, int64_t i) {
    if (StrObject* text = is_kind(self->string, Kind::Str) ? self->string.as<StrObject>() : nullptr) {
        int64_t from = self->marks[2 * i], to = self->marks[2 * i + 1];
        if (from < 0) return own(Value::none());
        return str_substring(t, text, static_cast<size_t>(from), static_cast<size_t>(std::max(from, to)));
    }
    Groups groups = TRY(Groups::of(t, self));
    return groups.get(t, i, Value::none());
}

Ref match_group(Thread& t, MatchObject* self, Args args) {
    Ref keep = own(self);
    if (args.count == 0) return group_text(t, self, 0);
    if (args.count == 1) return group_text(t, self, TRY(known_group(t, self, args[0])));
    RefTo<ListObject> list = TRY(list_new(t, args.count));
    for (Value index : args) {
        Ref text = TRY(group_text(t, self, TRY(known_group(t, self, index))));
        TRY(list_append(t, list.get(), text));
    }
    return list_to_tuple(t, list.get());
}

Value match_get_item(Thread& t, Value self, Value key) {
    Ref keep = own(self);
    auto i = known_group(t, match_of(self), key);
    return i ? group_text(t, match_of(self), i.value()).release() : Value::error();
}

Ref match_groups(Thread& t, MatchObject* self, Value fallback) {
    if (fallback.is_unbound()) fallback = Value::none();
    Ref keep = own(self);
    Groups groups = TRY(Groups::of(t, self));
    RefTo<TupleObject> result = TRY(tuple_new(t, static_cast<size_t>(self->groups - 1)));
    for (int64_t i = 1; i < self->groups; ++i) result->items[i - 1] = TRY(groups.get(t, i, fallback)).release();
    return result;
}

Ref match_groupdict(Thread& t, MatchObject* self, Value fallback) {
    if (fallback.is_unbound()) fallback = Value::none();
    Ref keep = own(self), index = own(self->pattern->groupindex);
    Groups groups = TRY(Groups::of(t, self));
    StrObject* name = intern_utf8(t, "keys");
    if (!name) return Failed{};
    Ref names = TRY(call_method(t, index, name));
    RefTo<DictObject> result = TRY(dict_new(t));
    Iteration it(t, names);
    while (it.next()) {
        Ref key = it.take_item();
        Ref text = TRY(groups.get(t, TRY(known_group(t, self, key)), fallback));
        TRY(dict_set(t, result.get(), key, text));
    }
    if (it.failed()) return Failed{};
    return result;
}

Ref pair(Thread& t, int64_t a, int64_t b) {
    return tuple_pack(t, {Value::from_int_unchecked(a), Value::from_int_unchecked(b)});
}
Fallible<int64_t> match_start(Thread& t, MatchObject* self, Value group) {
    return self->marks[2 * TRY(known_group(t, self, group))];
}
Fallible<int64_t> match_end(Thread& t, MatchObject* self, Value group) {
    return self->marks[2 * TRY(known_group(t, self, group)) + 1];
}
Ref match_span(Thread& t, MatchObject* self, Value group) {
    int64_t i = TRY(known_group(t, self, group));
    return pair(t, self->marks[2 * i], self->marks[2 * i + 1]);
}

Ref match_expand(Thread& t, MatchObject* self, Value string) {
    if (string.is_unbound()) return raise(t, Exc::TypeError, "Required argument 'template' (pos 1) not found");
    return call_re(t, "_expand", {Value::object(self->pattern), Value::object(self), string});
}
Ref match_copy(Thread& t, MatchObject*) { return raise(t, Exc::TypeError, "cannot copy this match object"); }
Ref match_deepcopy(Thread& t, MatchObject*, Value) {
    return raise(t, Exc::TypeError, "cannot deepcopy this match object");
}

Value match_repr(Thread& t, Value v) {
    auto make = [&]() -> Ref {
        MatchObject* self = match_of(v);
        Ref text = TRY(group_text(t, self, 0));
        RefTo<StrObject> shown = TRY(repr(t, text));
        StrBuilder out(t);
        char head[96];
        int n = snprintf(head, sizeof(head),
                         "<_sre.SRE_Match object; span=(%lld, %lld), match=", static_cast<long long>(self->marks[0]),
                         static_cast<long long>(self->marks[1]));
        TRY(out.append_ascii({head, static_cast<size_t>(n)}));
        TRY(out.append(shown.get(), 0, std::min<size_t>(shown->length, 50)));
        TRY(out.append_ascii(">"));
        return out.finish();
    };
    return make().release();
}

Value get_regs(Thread& t, Value v) {
    auto make = [&]() -> Ref {
        MatchObject* self = match_of(v);
        if (!self->regs.is_unbound()) return own(self->regs);
        RefTo<TupleObject> regs = TRY(tuple_new(t, static_cast<size_t>(self->groups)));
        for (int64_t i = 0; i < self->groups; ++i)
            regs->items[i] = TRY(pair(t, self->marks[2 * i], self->marks[2 * i + 1])).release();
        self->regs = own(regs.value()).release();
        return regs;
    };
    return make().release();
}
Value get_lastindex(Thread& t, Value v) {
    int64_t i = match_of(v)->lastindex;
    return i < 0 ? Value::none() : make_int(t, i).release();
}
Value get_lastgroup(Thread& t, Value v) {
    MatchObject* self = match_of(v);
    Value names = self->pattern->indexgroup;
    if (self->lastindex < 0 || names.is_none()) return Value::none();
    Ref keep = own(names), name = get_item(t, names, Value::from_int_unchecked(self->lastindex));
    if (!name.failed()) return name.release();
    clear_exception(t);
    return Value::none();
}

void match_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<MatchObject*>(o);
    gc_untrack(o);
    decref(self->string);
    decref(self->regs);
    decref(self->pattern);
    free_object(interp, o);
}
void match_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<MatchObject*>(o);
    visitor.visit(self->string);
    visitor.visit(self->regs);
    visitor.visit_pointer(self->pattern);
}

constexpr MethodDef kMatchMethods[] = {
    KRAIT_CLASS_GETITEM,
    method<match_group>("group", "(self, *args)",
                        "group([group1, ...]): the group's text, or a tuple of several. 0 is the whole match."),
    method<match_start>("start", "(self, group=0, /)", "Index where the text of the group begins."),
    method<match_end>("end", "(self, group=0, /)", "Index where the text of the group ends."),
    method<match_span>("span", "(self, group=0, /)", "The pair (m.start(group), m.end(group))."),
    method<match_groups>("groups", "(self, default=None)",
                         "Tuple of all groups from 1; default stands for those that took no part."),
    method<match_groupdict>("groupdict", "(self, default=None)",
                            "All named groups; default stands for those that took no part."),
    method<match_expand>("expand", "(self, template=None)",
                         "The template with its references replaced, as sub() does it."),
    method<match_copy>("__copy__", "(self, /)", "Refused."),
    method<match_deepcopy>("__deepcopy__", "(self, memo, /)", "Refused."),
};
constexpr GetSetDef kMatchGetSets[] = {
    {"lastindex", get_lastindex, nullptr, nullptr},
    {"lastgroup", get_lastgroup, nullptr, nullptr},
    {"regs", get_regs, nullptr, nullptr},
};
static_assert(sizeof(PatternObject*) == sizeof(Value));  // a pointer to an object is a Value
constexpr MemberDef kMatchMembers[] = {
    {"string", offsetof(MatchObject, string), false, nullptr},
    {"re", offsetof(MatchObject, pattern), false, nullptr},
    {"pos", offsetof(MatchObject, pos), false, nullptr},
    {"endpos", offsetof(MatchObject, endpos), false, nullptr},
};

// ------------------------------------------------------------------------------------------------ scanner

Ref scanner_next(Thread& t, ScannerObject* self, bool anywhere) {
    if (self->start < 0) return own(Value::none());
    Ref keep = own(self);
    Subject subject = TRY(Subject::open_for(t, self->pattern, self->string));
    if (self->start > subject.length()) {
        self->start = -1;
        return own(Value::none());
    }
    Matching m(t, self->pattern, subject, self->start, self->end);
    m.pos = self->pos;
    TRY(m.prepare());
    bool found = TRY(anywhere ? m.search() : m.match(false));
    if (!found) {
        self->start = -1;
        return own(Value::none());
    }
    Ref match = TRY(match_new(t, self->pattern, m, self->string));
    m.advance();
    self->start = m.start;
    return match;
}
Ref scanner_match(Thread& t, ScannerObject* self) { return scanner_next(t, self, false); }
Ref scanner_search(Thread& t, ScannerObject* self) { return scanner_next(t, self, true); }

void scanner_dealloc(Interpreter& interp, Object* o) {
    auto* self = static_cast<ScannerObject*>(o);
    gc_untrack(o);
    self->view.~BufferView();
    decref(self->string);
    decref(self->pattern);
    free_object(interp, o);
}
void scanner_traverse(Object* o, Visitor& visitor) {
    auto* self = static_cast<ScannerObject*>(o);
    visitor.visit_pointer(self->pattern);
    visitor.visit(self->string);
    visitor.visit(self->view.owner());
}

constexpr MethodDef kScannerMethods[] = {
    method<scanner_match>("match", "(self, /)", "Match at the present position, which moves behind it."),
    method<scanner_search>("search", "(self, /)", "Next match from the present position, which moves behind it."),
};
constexpr MemberDef kScannerMembers[] = {{"pattern", offsetof(ScannerObject, pattern), false, nullptr}};

}  // namespace

Ref scanner_new(Thread& t, PatternObject* pattern, Value string, int64_t pos, int64_t endpos) {
    Subject subject = TRY(Subject::open_for(t, pattern, string));
    clamp_range(subject.length(), &pos, &endpos);
    auto* self = static_cast<ScannerObject*>(allocate_object(t, pattern->scanner_type, sizeof(ScannerObject)));
    if (!self) return Failed{};
    incref(pattern);
    self->pattern = pattern;
    self->string = own(string).release();
    new (&self->view) BufferView(subject.take_view());
    self->start = self->pos = pos;
    self->end = endpos;
    gc_track(self);
    return Ref::steal(self);
}

constinit const TypeSpec kMatchSpec = {
    .name = "_sre.SRE_Match",
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .basic_size = sizeof(MatchObject),
    .flags = kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = match_dealloc, .traverse = match_traverse, .repr = match_repr, .get_item = match_get_item},
    .methods = kMatchMethods,
    .getsets = kMatchGetSets,
    .members = kMatchMembers,
};
constinit const TypeSpec kScannerSpec = {
    .name = "_sre.SRE_Scanner",
    .basic_size = sizeof(ScannerObject),
    .flags = kTypeGc | kTypeInheritsGetattr,
    .slots = {.dealloc = scanner_dealloc, .traverse = scanner_traverse},
    .methods = kScannerMethods,
    .members = kScannerMembers,
};

}  // namespace krait::sre
