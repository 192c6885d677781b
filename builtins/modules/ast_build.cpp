// The parser's tree as objects of module _ast.
#include "builtins/modules/ast_types.h"
#include "vm/object/instance_object.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

#define ENUMERATION(Class, python_name, values) \
    constexpr AstEnum enum_of(ast::Class) { return AstEnum::Class; }
#include "parser/ast.def"

class Builder {
  public:
    Builder(Thread& t, AstTypes& types) : t_(t), types_(types) {}

    Ref node(const ast::Node* any) {
        if (!any) return own(Value::none());
        RecursionGuard guard(t_, " while building a syntax tree");
        if (guard.failed()) return Failed{};
        TRY(charge_work(t_, 32));
        Ref made = TRY(ast_node_new(t_, types_.nodes[static_cast<size_t>(any->kind)]));
        TRY(fill(made, any));
        return made;
    }

  private:
    Status fill(Value made, const ast::Node* any) {
        DictObject* dict = TRY(instance_dict(t_, made.as_object()));
        StrObject* const* names = types_.fields[static_cast<size_t>(any->kind)];
        [[maybe_unused]] size_t i = 0;
        LaterFields later;
        switch (any->kind) {
#define KRAIT_CASE(Class, list, position)                                                 \
    case ast::NodeKind::Class: {                                                          \
        [[maybe_unused]] const auto& self = *static_cast<const ast::Class*>(any);         \
        list position break;                                                              \
    }
#define KRAIT_POSITION TRY(put(dict, types_.lineno, Ref::steal(Value::small_int(self.line)))); \
        TRY(put(dict, types_.col_offset, Ref::steal(Value::small_int(self.column))));
#define MOD(Class, python_name, list) KRAIT_CASE(Class, list, )
#define STMT(Class, python_name, list) KRAIT_CASE(Class, list, KRAIT_POSITION)
#define EXPR STMT
#define SLICE MOD
#define HANDLER STMT
#define PATTERN STMT
#define TYPE_PARAM STMT
#define PRODUCT MOD
#define POSITIONED_PRODUCT STMT
#define CHILD(Class, name) TRY(put(dict, names[i++], node(self.name)));
#define OPTIONAL(Class, name) TRY(put(dict, names[i++], node(self.name)));
#define SEQUENCE(Class, name) TRY(put(dict, names[i++], nodes(self.name)));
#define GAP_SEQUENCE(Class, name) TRY(put(dict, names[i++], nodes(self.name)));
#define LATER_SEQUENCE(Class, name)                                   \
    if (self.name.empty()) later.absent |= 1u << i++;                 \
    else { TRY(put(dict, names[i++], nodes(self.name))); later.present = true; }
#define CHOICE(Class, name) TRY(put(dict, names[i++], choice(self.name)));
#define CHOICES(Class, name) TRY(put(dict, names[i++], choices(self.name)));
#define IDENTIFIER(name) TRY(put(dict, names[i++], identifier(self.name)));
#define OPTIONAL_IDENTIFIER(name) TRY(put(dict, names[i++], identifier(self.name)));
#define IDENTIFIERS(name) TRY(put(dict, names[i++], identifiers(self.name)));
#define INTEGER(name) TRY(put(dict, names[i++], integer(self.name)));
#define OPTIONAL_INTEGER(name) TRY(put(dict, names[i++], integer(self.name)));
#define DATA(Class, name) TRY(put(dict, names[i++], data(self.name)));
#include "parser/ast.def"
#undef KRAIT_CASE
#undef KRAIT_POSITION
        }
        return later.present ? own_fields(dict, names, later.absent) : ok();
    }

    // Fields that came after 3.6: the class's `_fields` has none of them.
    struct LaterFields {
        bool present = false;
        uint32_t absent = 0;   // a bit each
    };
    Status own_fields(DictObject* dict, StrObject* const* names, uint32_t absent) {
        RefTo<ListObject> listed = TRY(list_new(t_, kAstMaxFields));
        for (size_t i = 0; i < kAstMaxFields && names[i]; ++i)
            if (!(absent >> i & 1)) TRY(list_append(t_, listed.get(), Value::object(names[i])));
        RefTo<TupleObject> fields = TRY(to_tuple(t_, listed.value()));
        return dict_set_str(t_, dict, types_.fields_name, fields.value());
    }

    Status put(DictObject* dict, StrObject* name, Ref value) {
        if (value.failed()) return Failed{};
        return dict_set_str(t_, dict, name, value);
    }

    template <class T>
    Ref nodes(ast::Seq<T*> list) {
        RefTo<ListObject> made = TRY(list_new(t_, list.size()));
        for (T* item : list) {
            Ref built = TRY(node(item));
            TRY(list_append(t_, made.get(), built));
        }
        return made;
    }
    template <class T>
    Ref choice(T value) {
        return own(types_.singletons[static_cast<size_t>(enum_of(value))][static_cast<size_t>(value)]);
    }
    template <class T>
    Ref choices(ast::Seq<T> list) {
        RefTo<ListObject> made = TRY(list_new(t_, list.size()));
        for (T value : list) TRY(list_append(t_, made.get(), choice(value)));
        return made;
    }
    Ref identifier(ast::Identifier name) {
        if (!name) return own(Value::none());
        StrObject* made = intern_utf8(t_, name.view());
        return made ? own(made) : Ref(Failed{});
    }
    Ref identifiers(ast::Seq<ast::Identifier> list) {
        RefTo<ListObject> made = TRY(list_new(t_, list.size()));
        for (ast::Identifier name : list) {
            Ref text = TRY(identifier(name));
            TRY(list_append(t_, made.get(), text));
        }
        return made;
    }
    Ref integer(int value) { return value == ast::kNoInteger ? own(Value::none()) : make_int(t_, value); }

    Ref data(const ast::NumberValue& number) {
        switch (number.kind) {
            case ast::NumberValue::Kind::Integer: return make_int(t_, number.integer);
            case ast::NumberValue::Kind::BigInteger: {
                BigInt value;
                Poll poll = work_poll(t_);
                BigIntStatus status = BigInt::from_text(number.digits, number.base, &value, &poll);
                if (status == BigIntStatus::Interrupted) return raise_bigint(t_, status);
                if (status != BigIntStatus::Ok) return raise_memory_error(t_);
                return make_int(t_, std::move(value));
            }
            case ast::NumberValue::Kind::Float: return make_float(t_, number.real);
            case ast::NumberValue::Kind::Imaginary: return make_complex(t_, 0.0, number.real);
        }
        return own(Value::none());
    }
    Ref data(const ast::StringValue& value) { return str_from_utf8(t_, value.text); }
    Ref data(const ast::BytesValue& value) { return bytes_from(t_, value.bytes); }
    Ref data(ast::Singleton value) {
        return own(value == ast::Singleton::None ? Value::none() : Value::boolean(value == ast::Singleton::True));
    }
    // The parser makes no Constant.
    Ref data(const ast::ConstantValue&) { return own(Value::none()); }

    Thread& t_;
    AstTypes& types_;
};

}  // namespace

Ref ast_to_objects(Thread& t, const ast::Node& root) {
    AstTypes* types = ast_types(t);
    if (!types) return Failed{};
    return Builder(t, *types).node(&root);
}

}  // namespace krait
