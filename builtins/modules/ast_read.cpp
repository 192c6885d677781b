// Objects of module _ast as a tree for the compiler.
//
// Programs may put anything into a node: every attribute is looked up, checked and copied; what a field's type leaves
// open is for ast_validate.cpp.
#include "builtins/modules/ast_types.h"
#include "vm/object/str_units.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/long_runs.h"

namespace krait {

namespace {

#define ENUMERATION(Class, python_name, values)                             \
    constexpr AstEnum enum_of(ast::Class) { return AstEnum::Class; }        \
    constexpr const char* enum_name(ast::Class) { return #python_name; }
#include "parser/ast.def"

class Reader {
  public:
    Reader(Thread& t, AstTypes& types, ast::TreeStorage& tree) : t_(t), types_(types), tree_(tree) {}

    Fallible<ast::Mod*> module(Value object, ast::NodeKind kind) {
        return as_base<ast::Mod>(build(object, kind, "mod"));
    }

  private:
    template <class T>
    struct Wanted {};

    template <class T>
    static Fallible<T*> as_base(Fallible<ast::Node*> node) {
        if (!node) return Failed{};
        return static_cast<T*>(node.value());
    }

    // --- members of sums: None gives null, the class decides
    Fallible<ast::Stmt*> read(Value v, Wanted<ast::Stmt>) { return sum<ast::Stmt>(v, AstSum::Stmt, "stmt", true); }
    Fallible<ast::Expr*> read(Value v, Wanted<ast::Expr>) { return sum<ast::Expr>(v, AstSum::Expr, "expr", true); }
    Fallible<ast::SliceNode*> read(Value v, Wanted<ast::SliceNode>) {
        return sum<ast::SliceNode>(v, AstSum::Slice, "slice", false);
    }
    Fallible<ast::ExceptHandler*> read(Value v, Wanted<ast::ExceptHandler>) {
        Fallible<ast::Handler*> handler = sum<ast::Handler>(v, AstSum::Handler, "excepthandler", true);
        if (!handler) return Failed{};
        return static_cast<ast::ExceptHandler*>(handler.value());
    }
    Fallible<ast::Pattern*> read(Value v, Wanted<ast::Pattern>) {
        return sum<ast::Pattern>(v, AstSum::Pattern, "pattern", true);
    }
    Fallible<ast::TypeParam*> read(Value v, Wanted<ast::TypeParam>) {
        return sum<ast::TypeParam>(v, AstSum::TypeParam, "type_param", true);
    }
    // --- products: any object with the right attributes
    template <class T>
    Fallible<T*> read(Value v, Wanted<T>) {
        return as_base<T>(build(v, T::kKind, nullptr));
    }

    static constexpr AstSum kSumOf[] = {
#define MOD(Class, python_name, list) AstSum::Mod,
#define STMT(Class, python_name, list) AstSum::Stmt,
#define EXPR(Class, python_name, list) AstSum::Expr,
#define SLICE(Class, python_name, list) AstSum::Slice,
#define HANDLER(Class, python_name, list) AstSum::Handler,
#define PATTERN(Class, python_name, list) AstSum::Pattern,
#define TYPE_PARAM(Class, python_name, list) AstSum::TypeParam,
#define PRODUCT(Class, python_name, list) AstSum::Count,
#define POSITIONED_PRODUCT PRODUCT
#include "parser/ast.def"
    };

    template <class T>
    Fallible<T*> sum(Value v, AstSum which, const char* name, bool positioned) {
        if (v.is_none()) return static_cast<T*>(nullptr);
        if (positioned) {   // looked for before the class is
            TRY(position(v, types_.lineno, "lineno", name));
            TRY(position(v, types_.col_offset, "col_offset", name));
        }
        TypeObject* type = type_of(t_, v);
        size_t found = kAstNodeCount;
        for (size_t i = 0; i < kAstNodeCount && found == kAstNodeCount; ++i)
            if (kSumOf[i] == which && types_.nodes[i] == type) found = i;
        for (size_t i = 0; i < kAstNodeCount && found == kAstNodeCount; ++i)
            if (kSumOf[i] == which && is_subtype(type, types_.nodes[i])) found = i;
        if (found == kAstNodeCount) return unexpected(name, v);
        return as_base<T>(build(v, static_cast<ast::NodeKind>(found), name));
    }

    Failed unexpected(const char* name, Value v) {
        return raise(t_, Exc::TypeError, "expected some sort of %s, but got %.400s", name, repr_utf8(t_, v).c_str());
    }

    Fallible<int> position(Value object, StrObject* key, const char* name, const char* owner) {
        Ref value = TRY(lookup_attribute(t_, object, key));
        if (value.get().is_unbound())
            return raise(t_, Exc::TypeError, "required field \"%s\" missing from %s", name, owner);
        return to_c_int(value);
    }

    Fallible<int> to_c_int(Value v) {
        if (!is_int_like(v))
            return raise(t_, Exc::ValueError, "invalid integer value: %.400s", repr_utf8(t_, v).c_str());
        int64_t n = TRY(int_to_i64(t_, v, "Python int too large to convert to C int"));
        if (n < INT32_MIN || n > INT32_MAX)
            return raise(t_, Exc::OverflowError, "Python int too large to convert to C int");
        return static_cast<int>(n);
    }

    template <class T>
    Fallible<T*> room() {
        T* made = tree_.arena.create<T>();
        if (!made) return raise_memory_error(t_);
        return made;
    }

    // Attribute of a field: UNBOUND when it is optional and missing or None.
    Ref field(Value object, StrObject* key, const char* owner, bool optional) {
        Ref value = TRY(lookup_attribute(t_, object, key));
        if (!value.get().is_unbound()) return optional && value.get().is_none() ? Ref() : std::move(value);
        if (optional) return Ref();
        return raise(t_, Exc::TypeError, "required field \"%s\" missing from %s", str_to_utf8(key).c_str(), owner);
    }

    // A node of this kind with its fields; `sum_name`: of the sum it belongs to, null for products.
    Fallible<ast::Node*> build(Value object, ast::NodeKind kind, const char* sum_name) {
        RecursionGuard guard(t_, " during compilation");
        if (guard.failed()) return Failed{};
        Ref held = own(object);
        const char* missing = nullptr;
        StrObject* const* names = types_.fields[static_cast<size_t>(kind)];
        [[maybe_unused]] size_t i = 0;
        ast::Node* made = nullptr;
        switch (kind) {
#define KRAIT_CASE(Class, python_name, list, position)           \
    case ast::NodeKind::Class: {                                 \
        auto* self = TRY(room<ast::Class>());                    \
        [[maybe_unused]] const char* owner = #python_name;       \
        made = self;                                             \
        list position break;                                     \
    }
#define KRAIT_POSITION(owner) self->line = TRY(this->position(object, types_.lineno, "lineno", owner)); \
        self->column = TRY(this->position(object, types_.col_offset, "col_offset", owner));
#define MOD(Class, python_name, list) KRAIT_CASE(Class, python_name, list, )
#define STMT(Class, python_name, list) KRAIT_CASE(Class, python_name, list, KRAIT_POSITION(sum_name))
#define EXPR STMT
#define SLICE MOD
#define HANDLER STMT
#define PATTERN STMT
#define TYPE_PARAM STMT
#define PRODUCT MOD
#define POSITIONED_PRODUCT(Class, python_name, list) KRAIT_CASE(Class, python_name, list, KRAIT_POSITION(owner))
#define CHILD(Class, name)                                                                       \
    self->name = TRY(child(object, names[i++], owner, Wanted<ast::Class>(), false));             \
    if (!self->name && !missing) missing = #name;
#define OPTIONAL(Class, name) self->name = TRY(child(object, names[i++], owner, Wanted<ast::Class>(), true));
#define SEQUENCE(Class, name) TRY(sequence(object, names[i++], owner, &self->name, false));
#define GAP_SEQUENCE(Class, name) TRY(sequence(object, names[i++], owner, &self->name, true));
#define LATER_SEQUENCE(Class, name) TRY(later_sequence(object, names[i++], owner, &self->name));
#define CHOICE(Class, name) TRY(choice_field(object, names[i++], owner, &self->name));
#define CHOICES(Class, name) TRY(choices(object, names[i++], owner, &self->name));
#define IDENTIFIER(name)                                                                \
    self->name = TRY(identifier_field(object, names[i++], owner, false));               \
    if (!self->name && !missing) missing = #name;
#define OPTIONAL_IDENTIFIER(name) self->name = TRY(identifier_field(object, names[i++], owner, true));
#define IDENTIFIERS(name) TRY(identifiers(object, names[i++], owner, &self->name));
#define INTEGER(name) self->name = TRY(integer_field(object, names[i++], owner, false));
#define OPTIONAL_INTEGER(name) self->name = TRY(integer_field(object, names[i++], owner, true));
#define DATA(Class, name) TRY(data_field(object, names[i++], owner, &self->name, &made));
#include "parser/ast.def"
#undef KRAIT_CASE
#undef KRAIT_POSITION
        }
        if (missing)
            return raise(t_, Exc::ValueError, "field %s is required for %s", missing,
                         std::string(ast::python_name(kind)).c_str());
        return made;
    }

    template <class T>
    Fallible<T*> child(Value object, StrObject* key, const char* owner, Wanted<T> wanted, bool optional) {
        Ref value = TRY(field(object, key, owner, optional));
        if (value.get().is_unbound()) return static_cast<T*>(nullptr);
        return read(value, wanted);
    }

    // The list in a field; owned.
    RefTo<ListObject> list_field(Value object, StrObject* key, const char* owner) {
        Ref value = TRY(field(object, key, owner, false));
        if (!as_list(value))
            return raise(t_, Exc::TypeError, "%s field \"%s\" must be a list, not a %.200s", owner,
                         str_to_utf8(key).c_str(), type_name_of(t_, value));
        return RefTo<ListObject>::steal(value.release().as<ListObject>());
    }

    // Calls `read_item(item, place)` for every item of the list in a field.
    template <class T, class F>
    Status items(Value object, StrObject* key, const char* owner, ast::Seq<T>* out, F read_item) {
        RefTo<ListObject> list = TRY(list_field(object, key, owner));
        uint32_t count = list->size;
        T* places = tree_.arena.create_array<T>(count ? count : 1);
        if (!places) return raise_memory_error(t_);
        for (uint32_t i = 0; i < count; ++i) {
            Ref item = own(list->items[i]);
            places[i] = T{};
            TRY(read_item(item.get(), &places[i]));
            if (list->size != count)
                return raise(t_, Exc::RuntimeError, "%s field \"%s\" changed size during iteration", owner,
                             str_to_utf8(key).c_str());
        }
        *out = ast::Seq<T>(places, count);
        return ok();
    }

    template <class T>
    static constexpr const char* list_words() {
        if constexpr (std::is_same_v<T, ast::Expr>) return "expression";
        else if constexpr (std::is_same_v<T, ast::Stmt>) return "statement";
        else return "node";
    }

    // A field that came after 3.6: missing is empty.
    template <class T>
    Status later_sequence(Value object, StrObject* key, const char* owner, ast::Seq<T*>* out) {
        Ref value = TRY(lookup_attribute(t_, object, key));
        return value.get().is_unbound() ? ok() : sequence(object, key, owner, out, false);
    }
    template <class T>
    Status sequence(Value object, StrObject* key, const char* owner, ast::Seq<T*>* out, bool gaps) {
        bool empty_place = false;
        TRY(items<T*>(object, key, owner, out, [&](Value item, T** place) -> Status {
            *place = TRY(read(item, Wanted<T>()));
            if (!*place) empty_place = true;
            return ok();
        }));
        if (!empty_place || gaps) return ok();
        return raise(t_, Exc::ValueError, "None disallowed in %s list", list_words<T>());
    }

    template <class E>
    Status choice(Value v, E* out) {
        constexpr auto which = static_cast<size_t>(enum_of(E{}));
        TypeObject* type = type_of(t_, v);
        for (size_t i = 0; i < kAstMaxValues && types_.values[which][i]; ++i)
            if (is_subtype(type, types_.values[which][i])) return *out = static_cast<E>(i), ok();
        return unexpected(enum_name(E{}), v);
    }
    template <class E>
    Status choice_field(Value object, StrObject* key, const char* owner, E* out) {
        Ref value = TRY(field(object, key, owner, false));
        return choice(value.get(), out);
    }
    template <class E>
    Status choices(Value object, StrObject* key, const char* owner, ast::Seq<E>* out) {
        return items<E>(object, key, owner, out, [&](Value item, E* place) { return choice(item, place); });
    }

    Fallible<ast::Identifier> identifier(Value v) {
        if (v.is_none()) return ast::Identifier();
        if (!is_kind(v, Kind::Str)) return raise(t_, Exc::TypeError, "AST identifier must be of type str");
        const ast::IdentifierText* text = tree_.identifiers.intern(str_to_utf8(v.as<StrObject>()));
        if (!text) return raise_memory_error(t_);
        return ast::Identifier(text);
    }
    Fallible<ast::Identifier> identifier_field(Value object, StrObject* key, const char* owner, bool optional) {
        Ref value = TRY(field(object, key, owner, optional));
        if (value.get().is_unbound()) return ast::Identifier();
        return identifier(value);
    }
    Status identifiers(Value object, StrObject* key, const char* owner, ast::Seq<ast::Identifier>* out) {
        return items<ast::Identifier>(object, key, owner, out, [&](Value item, ast::Identifier* place) -> Status {
            *place = TRY(identifier(item));
            if (!*place) return raise(t_, Exc::ValueError, "None disallowed in name list");
            return ok();
        });
    }

    Fallible<int> integer_field(Value object, StrObject* key, const char* owner, bool optional) {
        Ref value = TRY(field(object, key, owner, optional));
        if (value.get().is_unbound()) return ast::kNoInteger;
        int n = TRY(to_c_int(value));
        return optional && n == ast::kNoInteger ? n + 1 : n;
    }

    // --- literals
    Fallible<std::string_view> text_of(std::string_view text) {
        std::string_view copy = tree_.arena.copy(text);
        if (!copy.data()) return raise_memory_error(t_);
        return copy;
    }
    Status string(Value v, ast::StringValue* out) {
        StrObject* s = v.as<StrObject>();
        std::string text = TRY(str_to_utf8_in_stretches(t_, s));
        out->text = TRY(text_of(text));
        size_t plain = TRY(visit_units(s, [&](auto* p) {
            auto in = [](char32_t c) { return c < 0xD800 || c >= 0xE000; };
            return end_of_run(t_, p, s->unit() > 1 ? 0 : s->length, s->length, in);
        }));
        if (plain < s->length) out->has_surrogates = true;
        return ok();
    }
    Status number(Value v, ast::NumberValue* out) {
        if (is_float_like(v)) {
            out->kind = ast::NumberValue::Kind::Float;
            out->real = float_value(v);
            return ok();
        }
        BigInt value = int_to_bigint(v);
        if (auto small = value.to_int64()) {
            out->kind = ast::NumberValue::Kind::Integer;
            out->integer = *small;
            return ok();
        }
        std::string digits;
        if (value.to_text(10, &digits) != BigIntStatus::Ok) return raise_memory_error(t_);
        out->kind = ast::NumberValue::Kind::BigInteger;
        out->base = 10;
        out->digits = TRY(text_of(digits));
        return ok();
    }
    bool is_exact(Value v, Kind kind) { return type_of(t_, v) == t_.interp.type(kind); }

    // False: a type that constants do not have.
    Fallible<bool> constant(Value v, ast::ConstantValue* out) {
        RecursionGuard guard(t_, " during compilation");
        if (guard.failed()) return Failed{};
        using K = ast::ConstantValue::Kind;
        if (v.is_none()) return out->kind = K::None, true;
        if (v.is_ellipsis()) return out->kind = K::Ellipsis, true;
        if (v.is_bool()) return out->kind = v.is_true() ? K::True : K::False, true;
        if (is_exact(v, Kind::Int) || is_exact(v, Kind::Float)) {
            out->kind = K::Number;
            TRY(number(v, &out->number));
            return true;
        }
        if (is_exact(v, Kind::Complex)) {
            out->kind = K::Complex;
            out->complex_real = v.as<ComplexObject>()->real;
            out->number.real = v.as<ComplexObject>()->imag;
            return true;
        }
        if (is_exact(v, Kind::Str)) {
            out->kind = K::Str;
            TRY(string(v, &out->str));
            return true;
        }
        if (is_exact(v, Kind::Bytes)) {
            out->kind = K::Bytes;
            out->bytes.bytes = TRY(text_of(v.as<BytesObject>()->view()));
            return true;
        }
        if (!is_exact(v, Kind::Tuple) && !is_exact(v, Kind::FrozenSet)) return false;
        out->kind = is_exact(v, Kind::Tuple) ? K::Tuple : K::FrozenSet;
        RefTo<TupleObject> parts = TRY(to_tuple(t_, v));
        auto* places = tree_.arena.create_array<ast::ConstantValue>(parts->size ? parts->size : 1);
        if (!places) return raise_memory_error(t_);
        for (uint32_t i = 0; i < parts->size; ++i) {
            places[i] = ast::ConstantValue();
            bool good = TRY(constant(parts->items[i], &places[i]));
            if (!good) return false;
        }
        out->items = ast::Seq<ast::ConstantValue>(places, parts->size);
        return true;
    }

    // The value is put into the node; a complex number with a real part turns the node into a Constant.
    Status data_field(Value object, StrObject* key, const char* owner, ast::NumberValue* out, ast::Node** node) {
        Ref value = TRY(field(object, key, owner, false));
        if (is_exact(value, Kind::Int) || is_exact(value, Kind::Float)) return number(value, out);
        if (!is_exact(value, Kind::Complex)) return raise(t_, Exc::TypeError, "non-numeric type in Num");
        auto* whole = TRY(room<ast::Constant>());
        TRY(constant(value, &whole->value));
        whole->line = TRY(position(object, types_.lineno, "lineno", "expr"));
        whole->column = TRY(position(object, types_.col_offset, "col_offset", "expr"));
        *node = whole;
        return ok();
    }
    Status data_field(Value object, StrObject* key, const char* owner, ast::StringValue* out, ast::Node**) {
        Ref value = TRY(field(object, key, owner, false));
        if (!is_exact(value, Kind::Str)) return raise(t_, Exc::TypeError, "AST string must be of type str");
        return string(value, out);
    }
    Status data_field(Value object, StrObject* key, const char* owner, ast::BytesValue* out, ast::Node**) {
        Ref value = TRY(field(object, key, owner, false));
        if (!is_exact(value, Kind::Bytes)) return raise(t_, Exc::TypeError, "AST bytes must be of type bytes");
        out->bytes = TRY(text_of(value.as<BytesObject>()->view()));
        return ok();
    }
    Status data_field(Value object, StrObject* key, const char* owner, ast::Singleton* out, ast::Node**) {
        Ref value = TRY(field(object, key, owner, false));
        Value v = value;
        if (!v.is_none() && !v.is_bool())
            return raise(t_, Exc::ValueError, "%s",
                         std::string_view(owner) == "MatchSingleton"
                             ? "MatchSingleton can only contain True, False and None"
                             : "AST singleton must be True, False, or None");
        *out = v.is_none() ? ast::Singleton::None : v.is_true() ? ast::Singleton::True : ast::Singleton::False;
        return ok();
    }
    Status data_field(Value object, StrObject* key, const char* owner, ast::ConstantValue* out, ast::Node**) {
        Ref value = TRY(field(object, key, owner, false));
        bool good = TRY(constant(value, out));
        if (good) return ok();
        return raise(t_, Exc::TypeError, "got an invalid type in Constant: %s", type_name_of(t_, value));
    }

    Thread& t_;
    AstTypes& types_;
    ast::TreeStorage& tree_;
};

}  // namespace

Fallible<std::unique_ptr<ast::ParsedModule>> ast_from_objects(Thread& t, Value node, int mode, std::string filename) {
    AstTypes* types = ast_types(t);
    if (!types) return Failed{};
    ast::NodeKind kind = mode == 1 ? ast::NodeKind::Expression
                                   : mode == 2 ? ast::NodeKind::Interactive : ast::NodeKind::Module;
    if (!is_subtype(type_of(t, node), types->nodes[static_cast<size_t>(kind)]))
        return raise(t, Exc::TypeError, "expected %s node, got %.400s", std::string(ast::python_name(kind)).c_str(),
                     ast_type_name(t, node));
    auto storage = std::make_unique<ast::TreeStorage>();
    ast::Mod* root = TRY(Reader(t, *types, *storage).module(node, kind));
    TRY(ast_validate(t, *root));
    return std::make_unique<ast::ParsedModule>(std::move(storage), root, std::move(filename));
}

}  // namespace krait
