// Structs as data: a struct and the list of its fields is converted to a dict, and from a dict or from any object with
// these attributes.
//
//     struct Server { std::string host; int port = 80; std::optional<std::string> user; };
//     template <>
//     struct krait::Record<Server> {
//         static constexpr auto fields = std::tuple{krait::record_field("host", &Server::host),
//                                                   krait::record_field("port", &Server::port, krait::may_be_missing),
//                                                   krait::record_field("user-name", &Server::user,
//                                                   krait::may_be_missing)};
//     };
#pragma once

#include <tuple>

#include <krait/krait.hpp>

namespace krait {
inline namespace api {

/// Specialise it for a struct: `fields` is a std::tuple of record_field().
template <class T>
struct Record;

struct MayBeMissing {};
inline constexpr MayBeMissing may_be_missing{};   ///< the member keeps its default when the field is absent

template <class T, class M>
struct RecordField {
    const char* name;
    M T::*member;
    bool optional;
};
/// The field's name in Python, which may differ from the member's.
template <class T, class M>
constexpr RecordField<T, M> record_field(const char* name, M T::*member) {
    return {name, member, false};
}
template <class T, class M>
constexpr RecordField<T, M> record_field(const char* name, M T::*member, MayBeMissing) {
    return {name, member, true};
}

template <class T>
    requires requires { Record<T>::fields; }
struct Convert<T> {
    /// TypeError for a missing field, and what the fields' own conversions raise, with the field's name.
    static T from(const Object& o) {
        T out{};
        bool dict = o.type_name() == "dict";
        std::apply([&](const auto&... field) { (read(o, dict, field, out), ...); }, Record<T>::fields);
        return out;
    }
    static Object to(Interpreter& python, const T& value) {
        Object out = python.dict({});
        std::apply([&](const auto&... field) {
            (out.set_item(python.make(field.name), python.make(value.*field.member)), ...);
        }, Record<T>::fields);
        return out;
    }

  private:
    template <class M>
    static void read(const Object& o, bool dict, const RecordField<T, M>& field, T& out) {
        Object item;
        if (dict) {
            item = o.attr("get")(field.name, o);   // the dict itself stands for "absent"
            if (item.is(o)) item = Object();
        } else if (o.has_attr(field.name)) {
            item = o.attr(field.name);
        }
        if (!item) {
            if (field.optional) return;
            throw Error("TypeError", std::string("field '") + field.name + "' is missing");
        }
        try {
            out.*field.member = item.template get<M>();
        } catch (const Error& e) {
            throw Error(e.type_name(), std::string("field '") + field.name + "': " + e.message());
        }
    }
};

}  // namespace api
}  // namespace krait
