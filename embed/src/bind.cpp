// What the templates of bind.hpp leave to be compiled once.
#include <krait/shared.hpp>
#include <krait/stubs.hpp>

#include <stdexcept>

#include "embed/src/api_errors.h"

namespace krait::core {
void unwatch(WeakSelf*);
}

namespace krait {
inline namespace api {

namespace detail {

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

void set_class_constant(Link* link, Cell cls, std::string_view name, Cell value) {
    if (!core::set_class_attribute(link, cls, name, value)) core::throw_pending(link);
}
void visit_member(core::Visit& visit, const Object& o) {
    if (o && visit.of(Access::link(o))) visit.slot(Access::slot(o));   // an object of another interpreter is its own
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

Object Module::add_enum(std::string_view name, std::string_view doc, const core::TypeTag* tag, const void* rows,
                        core::EnumRow (*row)(const void*, std::size_t), std::size_t n, EnumBase base) {
    static constexpr const char* kBases[] = {"Enum", "IntEnum", "Flag", "IntFlag"};
    return detail::Access::adopt(link(), core::define_enum(link(), cell(), name, doc, tag, rows, row, n,
                                                           kBases[static_cast<std::size_t>(base)]));
}
Object Module::add_exception(std::string_view name, const Object* base, core::Translate translate) {
    core::Owned parent(link(), base ? detail::Access::owned_in(link(), *base) : core::kUnbound);
    return detail::Access::adopt(link(), core::define_exception(link(), cell(), name, parent.get(), translate));
}

}  // namespace api
}  // namespace krait

namespace krait {
inline namespace api {

std::string stubs(const Module& m) {
    core::Link* link = detail::Access::need(m);
    core::Owned held(link, detail::Access::owned_in(link, m));
    return core::stub_text(link, held.get());
}

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
    : link_(detail::Access::need(object)),
      hold_(core::buffer_begin(link_, detail::Access::cell(object), writable, &data_)) {
    if (!hold_) core::throw_pending(link_);
    core::link_acquire(link_);
}
void BytesOf::check() const {
    if (!hold_ || !core::alive(link_)) throw std::logic_error("krait: the bytes are gone");
}
BytesOf::~BytesOf() {
    if (!hold_) return;
    core::buffer_end(link_, hold_);
    core::link_release(link_);
}

}  // namespace api
}  // namespace krait
