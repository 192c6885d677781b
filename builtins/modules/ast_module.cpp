// Module _ast: the node classes, made from the rows of parser/ast.def.
#include <cstring>

#include "builtins/modules/ast_types.h"
#include "vm/native/module_def.h"
#include "vm/object/instance_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

struct NodeRow {
    const char* name;
    int sum;                // AstSum, or -1 for products
    bool positioned;
    const char* fields[kAstMaxFields];   // "+name": a later one, which the class does not list in `_fields`
};

constexpr NodeRow kNodes[] = {
#define CHILD(Class, name) #name,
#define OPTIONAL(Class, name) #name,
#define SEQUENCE(Class, name) #name,
#define GAP_SEQUENCE(Class, name) #name,
#define LATER_SEQUENCE(Class, name) "+" #name,
#define CHOICE(Class, name) #name,
#define CHOICES(Class, name) #name,
#define IDENTIFIER(name) #name,
#define OPTIONAL_IDENTIFIER(name) #name,
#define IDENTIFIERS(name) #name,
#define INTEGER(name) #name,
#define OPTIONAL_INTEGER(name) #name,
#define DATA(Class, name) #name,
#define MOD(Class, python_name, list) {#python_name, static_cast<int>(AstSum::Mod), false, {list}},
#define STMT(Class, python_name, list) {#python_name, static_cast<int>(AstSum::Stmt), true, {list}},
#define EXPR(Class, python_name, list) {#python_name, static_cast<int>(AstSum::Expr), true, {list}},
#define SLICE(Class, python_name, list) {#python_name, static_cast<int>(AstSum::Slice), false, {list}},
#define HANDLER(Class, python_name, list) {#python_name, static_cast<int>(AstSum::Handler), true, {list}},
#define PATTERN(Class, python_name, list) {#python_name, static_cast<int>(AstSum::Pattern), true, {list}},
#define TYPE_PARAM(Class, python_name, list) {#python_name, static_cast<int>(AstSum::TypeParam), true, {list}},
#define PRODUCT(Class, python_name, list) {#python_name, -1, false, {list}},
#define POSITIONED_PRODUCT(Class, python_name, list) {#python_name, -1, true, {list}},
#include "parser/ast.def"
};
static_assert(std::size(kNodes) == kAstNodeCount);

struct EnumRow {
    const char* name;
    const char* values[kAstMaxValues];
};
constexpr EnumRow kEnums[] = {
#define ENUMERATION(Class, python_name, list) {#python_name, {list}},
#define VALUE(Name) #Name,
#include "parser/ast.def"
};
static_assert(std::size(kEnums) == static_cast<size_t>(AstEnum::Count));

struct SumRow {
    const char* name;
    bool positioned;
};
constexpr SumRow kSums[] = {{"mod", false}, {"stmt", true}, {"expr", true}, {"slice", false}, {"excepthandler", true},
                            {"pattern", true}, {"type_param", true}};

// ------------------------------------------------------------------------------------------------ AST

Value ast_make(Thread& t, TypeObject* type, const CallArgs&) { return ast_node_new(t, type).release(); }

RefTo<TupleObject> fields_of(Thread& t, Value self) {
    StrObject* key = intern_utf8(t, "_fields");
    if (!key) return Failed{};
    Ref found = TRY(lookup_attribute(t, Value::object(type_of(t, self)), key));
    if (found.get().is_unbound()) return tuple_new(t, 0);
    return to_tuple(t, found);
}

Status set_named(Thread& t, Value self, Value name, Value value) {
    StrObject* text = as_str(name);
    if (!text) return raise(t, Exc::TypeError, "attribute name must be string, not '%.200s'", type_name_of(t, name));
    StrObject* key = intern(t, text);
    if (!key) return Failed{};
    return set_attribute(t, self, key, value);
}

Status init_node(Thread& t, Value self, const CallArgs& args) {
    RefTo<TupleObject> fields = TRY(fields_of(t, self));
    if (args.nargs > 0) {
        if (args.nargs != fields->size)
            return raise(t, Exc::TypeError, "%.400s constructor takes %s%u positional argument%s",
                         ast_type_name(t, self), fields->size ? "either 0 or " : "", fields->size,
                         fields->size == 1 ? "" : "s");
        for (size_t i = 0; i < args.nargs; ++i) TRY(set_named(t, self, fields->items[i], args.args[i]));
    }
    for (size_t i = 0; args.kwnames && i < args.kwnames->size; ++i)
        TRY(set_named(t, self, args.kwnames->items[i], args.args[args.nargs + i]));
    return ok();
}
int ast_init(Thread& t, Value self, const CallArgs& args) { return init_node(t, self, args) ? 0 : -1; }

Ref ast_reduce(Thread& t, Value self) {
    Value type = Value::object(type_of(t, self));
    Value none[] = {Value::none()};
    RefTo<TupleObject> empty = TRY(tuple_from(t, none, 0));
    Ref dict = Ref::steal(object_get_dict(t, self));
    if (dict.failed()) return Failed{};
    return tuple_pack(t, {type, empty.value(), dict});
}

void ast_dealloc(Interpreter& interp, Object* o) {
    gc_untrack(o);
    instance_clear_values(interp, o);
    free_object(interp, o);
}
void ast_traverse(Object* o, Visitor& visitor) { instance_visit_values(o, visitor); }
void ast_clear(Interpreter& interp, Object* o) { instance_clear_values(interp, o); }

constexpr MethodDef kMethods[] = {
    method<ast_reduce>("__reduce__", "(self, /)", "How copying rebuilds the node."),
};
constexpr GetSetDef kGetSets[] = {{"__dict__", object_get_dict, object_set_dict, nullptr}};
constexpr TypeSpec kAstSpec = {
    .name = "_ast.AST",
    .basic_size = sizeof(Object),
    .flags = kTypeBase | kTypeGc | kTypeHasDict,
    .slots = {.dealloc = ast_dealloc, .traverse = ast_traverse, .clear = ast_clear, .new_ = ast_make, .init = ast_init},
    .methods = kMethods,
    .getsets = kGetSets,
};

// ------------------------------------------------------------------------------------------------ making the classes

class Maker {
  public:
    Maker(Thread& t, AstTypes& types) : t_(t), types_(types) {}

    Status make_all() {
        types_.base = TRY(type_from_spec(t_.interp, t_, kAstSpec, nullptr)).release();
        types_.lineno = TRY(name("lineno"));
        types_.col_offset = TRY(name("col_offset"));
        types_.fields_name = TRY(name("_fields"));
        RefTo<TupleObject> none = TRY(tuple_new(t_, 0));
        no_attributes_ = RefTo<TupleObject>(std::move(none));
        positions_ = TRY(tuple_pack(t_, {Value::object(types_.lineno), Value::object(types_.col_offset)}));
        TRY(type_set_attribute(t_, types_.base, types_.fields_name, no_attributes_.value()));
        TRY(type_set_attribute(t_, types_.base, TRY(borrowed("__match_args__")), no_attributes_.value()));
        TRY(type_set_attribute(t_, types_.base, TRY(borrowed("_attributes")), no_attributes_.value()));
        for (size_t i = 0; i < std::size(kSums); ++i)
            types_.sums[i] = TRY(make(kSums[i].name, types_.base, no_attributes_.get(), kSums[i].positioned ? 1 : 0));
        for (size_t i = 0; i < kAstNodeCount; ++i) TRY(make_node(i));
        for (size_t i = 0; i < std::size(kEnums); ++i) TRY(make_enum(i));
        return ok();
    }

  private:
    Fallible<StrObject*> borrowed(const char* text) {
        StrObject* made = intern_utf8(t_, text);
        if (!made) return Failed{};
        return made;
    }
    Fallible<StrObject*> name(const char* text) {
        StrObject* made = TRY(borrowed(text));
        incref(made);
        return made;
    }

    // attributes: 0 none, 1 positions, -1 those of the base class.
    Fallible<TypeObject*> make(const char* class_name, TypeObject* base, TupleObject* fields, int attributes) {
        RefTo<DictObject> dict = TRY(dict_new(t_));
        Ref home = TRY(str_from_ascii(t_, "_ast")), text = TRY(str_from_ascii(t_, class_name));
        TRY(dict_set_str(t_, dict.get(), types_.fields_name, Value::object(fields)));
        TRY(dict_set_str(t_, dict.get(), TRY(borrowed("__match_args__")), Value::object(fields)));
        TRY(dict_set_str(t_, dict.get(), t_.interp.names.dunder_module, home));
        if (attributes >= 0)
            TRY(dict_set_str(t_, dict.get(), TRY(borrowed("_attributes")),
                             attributes ? positions_.value() : no_attributes_.value()));
        RefTo<TupleObject> bases = TRY(tuple_pack(t_, {Value::object(base)}));
        Ref type = TRY(call(t_, Value::object(t_.interp.type(Kind::Type)), text, bases.value(), dict.value()));
        return type.release().as<TypeObject>();
    }

    Status make_node(size_t i) {
        const NodeRow& row = kNodes[i];
        size_t count = 0, listed = 0;
        for (; count < kAstMaxFields && row.fields[count]; ++count) listed += row.fields[count][0] != '+';
        RefTo<TupleObject> fields = TRY(tuple_new(t_, listed));
        for (size_t k = 0, next = 0; k < count; ++k) {
            bool later = row.fields[k][0] == '+';
            types_.fields[i][k] = TRY(name(row.fields[k] + later));
            if (!later) fields->items[next++] = own(types_.fields[i][k]).release();
        }
        bool product = row.sum < 0;
        types_.nodes[i] = TRY(make(row.name, product ? types_.base : types_.sums[row.sum], fields.get(),
                                   product ? row.positioned : -1));
        return ok();
    }

    Status make_enum(size_t i) {
        types_.enums[i] = TRY(make(kEnums[i].name, types_.base, no_attributes_.get(), 0));
        for (size_t k = 0; k < kAstMaxValues && kEnums[i].values[k]; ++k) {
            types_.values[i][k] = TRY(make(kEnums[i].values[k], types_.enums[i], no_attributes_.get(), -1));
            types_.singletons[i][k] = TRY(ast_node_new(t_, types_.values[i][k])).release().as_object();
        }
        return ok();
    }

    Thread& t_;
    AstTypes& types_;
    RefTo<TupleObject> no_attributes_, positions_;
};

void free_types(Interpreter& interp, void* memory) {
    auto* types = static_cast<AstTypes*>(memory);
    auto drop = [](auto* o) {
        if (o) decref(reinterpret_cast<Object*>(o));
    };
    for (auto& row : types->singletons)
        for (Object* o : row) drop(o);
    for (auto& row : types->values)
        for (TypeObject* o : row) drop(o);
    for (TypeObject* o : types->enums) drop(o);
    for (TypeObject* o : types->nodes) drop(o);
    for (auto& row : types->fields)
        for (StrObject* o : row) drop(o);
    for (TypeObject* o : types->sums) drop(o);
    for (StrObject* o : {types->lineno, types->col_offset, types->fields_name}) drop(o);
    drop(types->base);
    interp.ast_types = nullptr;
    delete types;
}

}  // namespace

AstTypes* ast_types(Thread& t) {
    if (t.interp.ast_types) return t.interp.ast_types;
    auto* types = new AstTypes;
    Status made = Maker(t, *types).make_all();
    if (!made) {
        free_types(t.interp, types);
        return nullptr;
    }
    t.interp.ast_types = types;
    t.interp.at_exit.push_back({types, &free_types});
    return types;
}

const char* ast_type_name(Thread& t, Value node) {
    TypeObject* type = type_of(t, node);
    return type->spec ? type->spec->name : type_name(type);
}

bool is_ast_node(Thread& t, Value v) {
    return t.interp.ast_types && v.is_object() && is_subtype(v.as_object()->type, t.interp.ast_types->base);
}

Ref ast_node_new(Thread& t, TypeObject* type) {
    if (has_flag(type, kTypeInline)) return instance_new(t, type);
    auto* node = allocate_instance<Object>(t, type);
    if (!node) return Failed{};
    gc_track(node);
    return Ref::steal(node);
}

namespace {

Status ast_exec(Thread& t, ModuleObject* module) {
    AstTypes* types = ast_types(t);
    if (!types) return Failed{};
    auto add = [&](TypeObject* type) { return dict_set_str(t, module->dict, type->name, Value::object(type)); };
    TRY(add(types->base));
    for (TypeObject* type : types->sums) TRY(add(type));
    for (TypeObject* type : types->nodes) TRY(add(type));
    for (TypeObject* type : types->enums) TRY(add(type));
    for (auto& row : types->values)
        for (TypeObject* type : row)
            if (type) TRY(add(type));
    return module_set_int(t, module, "PyCF_ONLY_AST", 0x400);
}

}  // namespace

extern const ModuleDef kAstModule;
constinit const ModuleDef kAstModule = {.name = "_ast", .doc = nullptr, .exec = ast_exec};

}  // namespace krait
