// What the templates of bind.hpp leave to be compiled once.
#include <krait/shared.hpp>

#include <stdexcept>

#include "embed/src/api_errors.h"

namespace krait::core {
void unwatch(WeakSelf*);
}

namespace krait {
inline namespace api {

namespace detail {

void Extras::add(arg a) {
    core::Parameter p;
    p.name = a.name;
    if (keyword_only) p.kind = core::Parameter::KeywordOnly;
    names.push_back(std::move(p));
}

Extras::~Extras() {
    for (core::Parameter& p : names) core::release(link, p.default_value);
}

void finish_binding(core::Binding& b, Extras& extras, std::size_t hidden) {
    std::size_t named = 0;
    for (std::size_t i = hidden; i < b.parameters.size(); ++i) {
        auto kind = b.parameters[i].kind;
        named += kind != core::Parameter::Rest && kind != core::Parameter::Keywords;
    }
    if (!extras.names.empty() && extras.names.size() != named)
        throw std::invalid_argument("krait: def() needs one arg() per parameter, or none");
    b.doc = std::move(extras.doc);
    bool positional = extras.names.empty();
    std::size_t next = 0, number = 0;
    for (std::size_t i = 0; i < b.parameters.size(); ++i) {
        core::Parameter& p = b.parameters[i];
        if (i < hidden) {
            p.name = "self";
            p.type = nullptr;
            if (positional) p.kind = core::Parameter::PositionalOnly;
        } else if (p.kind == core::Parameter::Rest) {
            p.name = "args";
        } else if (p.kind == core::Parameter::Keywords) {
            p.name = "kwargs";
        } else if (positional) {
            p.name = "arg" + std::to_string(number++);
            p.kind = core::Parameter::PositionalOnly;
        } else {
            core::Parameter& given = extras.names[next++];
            p.name = std::move(given.name);
            p.default_value = std::exchange(given.default_value, core::kUnbound);
            p.kind = given.kind;
        }
    }
}

bool load_keywords(core::Call& call, unsigned slot, Kwargs& out) {
    if (call.slots[slot] == core::kUnbound) return true;
    core::Cell pairs;
    if (Load state = core::load_pairs(call.link, call.slots[slot], &pairs); state != Load::Ok)
        return call.refuse(slot, state, nullptr);
    core::Owned held(call.link, pairs);
    for (std::size_t i = 0; i + 1 < core::list_size(pairs); i += 2) {
        std::string name;
        if (Load state = core::load_text(call.link, core::list_item(pairs, i), &name); state != Load::Ok)
            return call.refuse(slot, state, nullptr);
        out.emplace_back(std::move(name), Access::borrow(call.link, core::list_item(pairs, i + 1)));
    }
    return true;
}

void define(Link* link, Cell owner, core::Place place, std::string_view name, core::Binding&& binding) {
    if (!core::define(link, owner, place, name, std::move(binding))) core::throw_pending(link);
}
void define_property(Link* link, Cell cls, std::string_view name, core::Binding&& getter, core::Binding* setter) {
    if (!core::define_property(link, cls, name, std::move(getter), setter)) core::throw_pending(link);
}
void set_class_constant(Link* link, Cell cls, std::string_view name, Cell value) {
    if (!core::set_class_attribute(link, cls, name, value)) core::throw_pending(link);
}
void visit_member(core::Visit& visit, const Object& o) {
    if (o) visit.slot(Access::slot(o));
}

}  // namespace detail

Overridable::~Overridable() { core::unwatch(&self_); }

Loan::~Loan() {
    if (!object_) return;
    core::Link* link = detail::Access::need(object_);
    try {
        core::expire(link, detail::Access::cell(object_));
    } catch (...) {   // the interpreter is gone, or another thread's: nobody uses the object
    }
}

Object Module::add_enum(std::string_view name, std::string_view doc, const core::TypeTag* tag,
                        const std::vector<core::EnumRow>& rows, EnumBase base) {
    static constexpr const char* kBases[] = {"Enum", "IntEnum", "Flag", "IntFlag"};
    return detail::Access::adopt(link(), core::define_enum(link(), cell(), name, doc, tag, rows.data(), rows.size(),
                                                           kBases[static_cast<std::size_t>(base)]));
}
Object Module::add_exception(std::string_view name, const Object* base, core::Translate translate) {
    core::Cell parent = base ? detail::Access::cell(*base) : core::kUnbound;
    return detail::Access::adopt(link(), core::define_exception(link(), cell(), name, parent, translate));
}

}  // namespace api
}  // namespace krait

namespace krait {
inline namespace api {

Error detail::key_error(const Object& key) {
    core::Link* link = Access::need(key);
    return Error::of(Access::adopt(link, core::import_module(link, "builtins")).attr("KeyError")(key));
}

void detail::add_abc_methods(const Object& cls, const char* abc) {
    core::Link* link = Access::need(cls);
    Object module = Access::adopt(link, core::import_module(link, "collections.abc"));
    Object base = module.attr(abc);
    base.attr("register")(cls);
    for (Object type : base.attr("__mro__")) {
        Object space = type.attr("__dict__");
        if (type.attr("__name__").get<std::string>() == "object") break;
        for (Object key : space) {
            std::string name = key.get<std::string>();
            Object value = space[key];
            if (!core::is_callable(link, Access::cell(value)) || name == "__new__" || name.starts_with("_abc") ||
                name == "__subclasshook__" || name == "__init_subclass__")
                continue;
            bool known = cls.attr("__dict__").attr("__contains__")(key).truth();
            bool abstract = value.has_attr("__isabstractmethod__") && value.attr("__isabstractmethod__").truth();
            if (!known && !abstract) set_class_constant(link, Access::cell(cls), name, Access::cell(value));
        }
    }
}

BytesOf::BytesOf(const Object& object, bool writable)
    : link_(detail::Access::need(object)), hold_(core::buffer_begin(link_, detail::Access::cell(object), writable, &data_)) {
    if (!hold_) core::throw_pending(link_);
    core::link_acquire(link_);
}
BytesOf::~BytesOf() {
    if (!hold_) return;
    core::buffer_end(link_, hold_);
    core::link_release(link_);
}

}  // namespace api
}  // namespace krait
