// object: what every object can do.
#include "builtins/types/object_common.h"
#include "vm/native/parsed_method.h"
#include "vm/object/attribute.h"
#include "vm/object/instance_object.h"
#include "vm/object/slots.h"
#include "vm/object/type_functions.h"
#include "vm/protocol/call.h"

namespace krait {

// ------------------------------------------------------------------------------------------------ shared helpers

Ref type_module(Thread& t, TypeObject* type) {
    if (has_flag(type, kTypeHeap)) {
        Value found = type_own_attribute_nocall(type, t.interp.names.dunder_module);
        if (found.is_unbound())
            return raise_object(t, Exc::AttributeError, Value::object(t.interp.names.dunder_module));
        return own(found);
    }
    return own(type->module_name ? type->module_name : t.interp.names.builtins);
}

std::string qualified_type_name(Thread& t, TypeObject* type) {
    Ref module = type_module(t, type);
    if (module.failed()) clear_exception(t);
    std::string name = str_to_utf8(type->qualname ? type->qualname : type->name);
    if (module.failed() || !layout_is(module, Kind::Str) || str_equals_ascii(module.as<StrObject>(), "builtins"))
        return module.failed() || !has_flag(type, kTypeHeap) ? std::string(type_name(type)) : name;
    return str_to_utf8(module.as<StrObject>()) + "." + name;
}

Value absent_as_none(Value v) { return own(v.bits == 0 || v.is_unbound() ? Value::none() : v).release(); }

Ref row_doc(Thread& t, const char* doc) { return doc && *doc ? str_from_utf8(t, doc) : own(Value::none()); }

Ref row_text_signature(Thread& t, const MethodDef* def) {
    std::string text = def->signature;
    if (def->info.has_self) {
        text.insert(1, "$");
    } else if (def->kind == MethodKind::Function) {
        text.insert(1, def->info.slots || def->info.varargs ? "$module, " : "$module");
    }
    return str_from_utf8(t, text);
}

RefTo<ListObject> dict_key_list(Thread& t, DictObject* dict) {
    RefTo<ListObject> list = TRY(list_new(t, dict->used));
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(dict, &position, &key, &value)) TRY(list_append(t, list.get(), key));
    return list;
}

Status collect_class_names(Thread& t, DictObject* names, Value cls) {
    RecursionGuard guard(t, " while listing attributes");
    if (guard.failed()) return Failed{};
    if (TypeObject* type = as_type(cls); type && type->mro) {
        RefTo<TupleObject> mro = RefTo<TupleObject>::own(type->mro);
        for (uint32_t i = mro->size; i-- > 0;)
            if (DictObject* dict = mro->items[i].as<TypeObject>()->dict) TRY(dict_merge_dict(t, names, dict));
        return ok();
    }
    Ref dict = TRY(lookup_attribute(t, cls, t.interp.names.dunder_dict));
    if (!dict.get().is_unbound()) TRY(dict_update(t, names, dict));
    StrObject* bases_name = intern_utf8(t, "__bases__");
    if (!bases_name) return Failed{};
    Ref bases = TRY(lookup_attribute(t, cls, bases_name));
    if (!layout_is(bases, Kind::Tuple)) return ok();
    for (uint32_t i = 0; i < bases.as<TupleObject>()->size; ++i)
        TRY(collect_class_names(t, names, bases.as<TupleObject>()->items[i]));
    return ok();
}

// ------------------------------------------------------------------------------------------------ creation

static bool has_arguments(const CallArgs& args) { return args.nargs || has_keywords(args); }

static Failed raise_abstract(Thread& t, TypeObject* type) {
    Value names = type_lookup_nocall(type, t.interp.names.dunder_abstractmethods);
    if (names.is_unbound()) return raise(t, Exc::TypeError, "Can't instantiate abstract class %s", type_name(type));
    Ref keep = own(names);
    RefTo<ListObject> sorted = to_list(t, keep);
    if (!sorted) return Failed{};
    StrObject* sort_name = intern_utf8(t, "sort");
    if (!sort_name) return Failed{};
    Ref done = call_method(t, sorted.value(), sort_name);
    if (done.failed()) return Failed{};
    std::string text;
    for (uint32_t i = 0; i < sorted->size; ++i) {
        if (!layout_is(sorted->items[i], Kind::Str))
            return raise(t, Exc::TypeError, "sequence item %u: expected str instance, %s found", i,
                         type_name_of(t, sorted->items[i]));
        text += (i ? ", " : "") + str_to_utf8(sorted->items[i].as<StrObject>());
    }
    return raise(t, Exc::TypeError, "Can't instantiate abstract class %s with abstract methods %s", type_name(type),
                 text.c_str());
}

Value object_new(Thread& t, TypeObject* type, const CallArgs& args) {
    if (has_arguments(args) && (type->slots.init == &object_init || type->slots.new_ != &object_new))
        return raise(t, Exc::TypeError, "object() takes no parameters");
    if (KRAIT_UNLIKELY(has_flag(type, kTypeAbstract))) return raise_abstract(t, type);
    if (KRAIT_LIKELY(has_flag(type, kTypeInline))) return instance_new(t, type).release();
    auto* o = allocate_instance<Object>(t, type);
    if (!o) return Value::error();
    if (has_flag(type, kTypeGc)) gc_track(o);
    return Value::object(o);
}

int object_init(Thread& t, Value self, const CallArgs& args) {
    if (KRAIT_LIKELY(!has_arguments(args))) return 0;
    TypeObject* type = type_of(t, self);
    if (type->slots.new_ != &object_new && type->slots.init == &object_init) return 0;
    (void)raise(t, Exc::TypeError, "object.__init__() takes no parameters");
    return -1;
}

// ------------------------------------------------------------------------------------------------ slots

namespace {

Value object_repr(Thread& t, Value self) {
    std::string name = qualified_type_name(t, type_of(t, self));
    return str_format_c(t, "<%s object at %p>", name.c_str(), address_of(self)).release();
}

Value object_str(Thread& t, Value self) {
    UnaryFn repr_slot = type_of(t, self)->slots.repr;
    return repr_slot ? repr_slot(t, self) : object_repr(t, self);
}

int64_t object_hash(Thread&, Value self) {
    int64_t hash = static_cast<int64_t>(hash_pointer(address_of(self)));
    return hash == -1 ? -2 : hash;
}

Value object_compare(Thread& t, Value self, Value other, CompareOp op) {
    if (op == CompareOp::Eq) return self == other ? Value::true_value() : Value::not_implemented();
    CompareFn compare = type_of(t, self)->slots.compare;
    if (op != CompareOp::Ne || !compare) return Value::not_implemented();
    Ref equal_result = Ref::steal(compare(t, self, other, CompareOp::Eq));
    if (equal_result.failed() || equal_result.get().is_not_implemented()) return equal_result.release();
    auto truth = is_true(t, equal_result);
    return truth ? Value::boolean(!truth.value()) : Value::error();
}

// ------------------------------------------------------------------------------------------------ methods

Ref object_format(Thread& t, Value self, StrObject* spec) {
    if (spec->length > 0)
        return raise(t, Exc::TypeError, "unsupported format string passed to %s.__format__", type_name_of(t, self));
    return str_of(t, self);
}

Ref object_dir(Thread& t, Value self) {
    RefTo<DictObject> names = TRY(dict_new(t));
    Ref dict = TRY(lookup_attribute(t, self, t.interp.names.dunder_dict));
    if (DictObject* own_names = as_dict(dict)) TRY(dict_merge_dict(t, names.get(), own_names));
    Ref cls = TRY(lookup_attribute(t, self, t.interp.names.dunder_class));
    if (!cls.get().is_unbound()) TRY(collect_class_names(t, names.get(), cls));
    return dict_key_list(t, names.get());
}

Ref object_sizeof(Thread& t, Value self) {
    if (!self.is_object()) return make_int(t, sizeof(Value));
    return make_int(t, static_cast<int64_t>(t.heap.object_size(self.as_object())));
}

Ref object_init_subclass(Thread&, Value) { return own(Value::none()); }
Ref object_subclasshook(Thread&, Value, Args) { return own(Value::not_implemented()); }
Ref object_reduce_method(Thread& t, Value self, Args args) {
    if (args.count > 1)
        return raise(t, Exc::TypeError, "__reduce__() takes at most 1 argument (%zu given)", args.count);
    return object_reduce_ex(t, self, args.count ? TRY(index_to_i64(t, args.items[0])) : 0);
}

Ref object_reduce_ex_method(Thread& t, Value self, int64_t protocol) {
    StrObject* name = t.interp.names.dunder_reduce;
    TypeObject* root = t.interp.type(Kind::ObjectType);
    Ref cls = TRY(get_attribute(t, self, t.interp.names.dunder_class));
    TypeObject* type = as_type(cls) ? as_type(cls) : type_of(t, self);
    Value found = type_lookup_nocall(type, name);
    if (!found.is_unbound() && !(found == type_own_attribute_nocall(root, name))) return call_method(t, self, name);
    return object_reduce_ex(t, self, protocol);
}

Value get_class(Thread& t, Value self) { return own(Value::object(type_of(t, self))).release(); }
int set_class(Thread& t, Value self, Value cls) { return object_set_class(t, self, cls); }

constexpr MethodDef METHODS[] = {
    method<object_reduce_ex_method>("__reduce_ex__", "(self, protocol, /)", "helper for pickle"),
    method<object_reduce_method>("__reduce__", "(self, *args)", "helper for pickle"),
    class_method<object_subclasshook>(
        "__subclasshook__", "(type, *args)",
        "Abstract classes can override this to customize issubclass().\n\n"
        "This is invoked early on by abc.ABCMeta.__subclasscheck__().\n"
        "It should return True, False or NotImplemented.  If it returns\n"
        "NotImplemented, the normal algorithm is used.  Otherwise, it\n"
        "overrides the normal algorithm (and the outcome is cached).\n"),
    class_method<object_init_subclass>(
        "__init_subclass__", "(type, /)",
        "This method is called when a class is subclassed.\n\n"
        "The default implementation does nothing. It may be\n"
        "overridden to extend subclasses.\n"),
    parsed_method<object_format>("__format__", "(self, format_spec, /)", "default object formatter"),
    method<object_sizeof>("__sizeof__", "(self, /)", "size of object in memory, in bytes"),
    method<object_dir>("__dir__", "(self, /)", "default dir() implementation"),
};

constexpr GetSetDef GETSETS[] = {{"__class__", &get_class, &set_class, "the object's class"}};

}  // namespace

extern const TypeSpec kObjectTypeTypeSpec;
constinit const TypeSpec kObjectTypeTypeSpec = {
    .name = "object",
    .doc = "The most base type",
    .basic_size = sizeof(Object),
    .flags = kTypeBase,
    .slots = {.dealloc = plain_object_dealloc,
              .repr = object_repr,
              .str = object_str,
              .hash = object_hash,
              .compare = object_compare,
              .getattr = generic_get_attribute,
              .setattr = generic_set_attribute,
              .new_ = object_new,
              .init = object_init},
    .methods = METHODS,
    .getsets = GETSETS,
    .new_signature = "()",
};

}  // namespace krait
