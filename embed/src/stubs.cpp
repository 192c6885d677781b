// Text of .pyi files for modules of the host (stubs.hpp).
#include <string>
#include <utility>
#include <vector>

#include "embed/src/host_objects.h"
#include "vm/object/exception_object.h"
#include "vm/object/number_object.h"

namespace krait::bridge {
namespace {

using core::ParameterKind;

class StubWriter {
  public:
    StubWriter(World& world, Value module) : world_(world), t_(world.thread()), module_(module) {}

    std::string write() {
        std::vector<std::pair<std::string, Ref>> names;
        size_t position = 0;
        Value key, value;
        DictObject* dict = module_.as<ModuleObject>()->dict;
        while (dict_next_nocall(dict, &position, &key, &value))
            if (StrObject* name = as_str(key)) names.emplace_back(str_to_utf8(name), own(value));
        Value doc = dict_get_str(t_, dict, t_.interp.names.dunder_doc);
        if (StrObject* text = as_str(doc)) docstring(str_to_utf8(text), "");
        out_ += "import enum\nfrom typing import Any, Callable, Dict, List, Optional, Set, Tuple, Union, overload\n";
        for (auto& [name, held] : names)
            if (!name.starts_with("__") && !as_type(held) && !layout_is(held, Kind::Module) &&
                !is_kind(held, Kind::NativeFunction))
                out_ += "\n" + name + ": " + type_text(held);
        if (out_.back() != '\n') out_ += "\n";
        for (auto& [name, held] : names)
            if (TypeObject* type = as_type(held); type && !name.starts_with("__")) write_class(name, type);
        std::vector<HostRow*> functions = rows_of(module_);
        for (HostRow* row : functions) {
            out_ += "\n";
            write_row(*row, row->name_text, "");
        }
        if (t_.has_exception()) clear_exception(t_);
        return std::move(out_);
    }

  private:
    static std::string type_text(Value v) {
        if (v.is_bool()) return "bool";
        if (is_int_like(v)) return "int";
        if (is_float_like(v)) return "float";
        if (as_str(v)) return "str";
        if (layout_is(v, Kind::Bytes)) return "bytes";
        return "Any";
    }

    void docstring(const std::string& doc, const std::string& indent) {
        if (doc.empty()) return;
        std::string text;
        for (char c : doc) {
            if (c == '\\' || c == '"') text += '\\';
            text += c;
            if (c == '\n') text += indent;
        }
        out_ += indent + "\"\"\"" + text + "\"\"\"\n";
    }

    std::vector<HostRow*> rows_of(Value owner) {
        std::vector<HostRow*> found;
        for (auto& row : world_.rows)
            if (row->owner == owner) found.push_back(row.get());
        return found;
    }

    std::string signature(const Overload& o, bool setter) {
        std::string text = "(";
        bool star = false;
        for (const Parameter& p : o.parameters) {
            if (text.size() > 1) text += ", ";
            if (p.kind == ParameterKind::KeywordOnly && !star) text += "*, ";
            if (p.kind == ParameterKind::KeywordOnly || p.kind == ParameterKind::Rest) star = true;
            bool hidden = p.kind == ParameterKind::PositionalOnly && p.name != "self";
            text += p.kind == ParameterKind::Rest ? "*" : p.kind == ParameterKind::Keywords ? "**" : hidden ? "__" : "";
            text += p.name;
            if (p.type) {
                std::string type;
                p.type(type);
                text += ": " + named_types(world_, type);
            }
            if (p.default_value != core::kUnbound) text += p.type ? " = ..." : "=...";
        }
        std::string result;
        if (o.result && !setter) o.result(result);
        return text + ") -> " + (result.empty() ? "None" : named_types(world_, result));
    }

    void write_row(const HostRow& row, const std::string& name, const std::string& indent) {
        for (const Overload& o : row.overloads) {
            if (row.overloads.size() > 1) out_ += indent + "@overload\n";
            if (row.place == core::Place::Static && row.property == 0) out_ += indent + "@staticmethod\n";
            if (row.place == core::Place::Class) out_ += indent + "@classmethod\n";
            if (row.property == 1) out_ += indent + "@property\n";
            if (row.property == 2) out_ += indent + "@" + name + ".setter\n";
            out_ +=
                indent + "def " + name + signature(o, row.place == core::Place::Constructor || row.property == 2) + ":";
            if (o.doc.empty() || row.property == 2) {
                out_ += " ...\n";
            } else {
                out_ += "\n";
                docstring(o.doc, indent + "    ");
                out_ += indent + "    ...\n";
            }
        }
    }

    bool write_enum(TypeObject* type) {
        for (auto& [tag, record] : world_.enums) {
            if (record->cls != type) continue;
            for (auto& [number, member] : record->members) {
                StrObject* key = intern_utf8(t_, "name");
                Ref name = key ? krait::get_attribute(t_, member, key) : Ref();
                if (!name.failed() && as_str(name))
                    out_ += "    " + str_to_utf8(name.as<StrObject>()) + " = " + std::to_string(number) + "\n";
            }
            return true;
        }
        return false;
    }

    void write_class(const std::string& name, TypeObject* type) {
        std::string base = type->base ? str_to_utf8(type->base->name) : "object";
        for (const char* own : {"Enum", "IntEnum", "Flag", "IntFlag"})
            if (base == own) base = "enum." + base;
        out_ += "\nclass " + name + (base == "object" ? "" : "(" + base + ")") + ":\n";
        size_t before = out_.size();
        for (auto& record : world_.classes)
            if (record->type == type) docstring(record->doc, "    ");
        if (!write_enum(type))
            for (HostRow* row : rows_of(Value::object(type)))
                write_row(*row, row->place == core::Place::Constructor ? "__init__" : row->name_text, "    ");
        if (out_.size() == before) out_ += "    ...\n";
    }

    World& world_;
    Thread& t_;
    Value module_;
    std::string out_;
};

}  // namespace
}  // namespace krait::bridge

namespace krait::core {

std::string stub_text(Link* link, Cell module) {
    if (!layout_is(Value{module}, Kind::Module)) return {};
    return bridge::StubWriter(link->use(), Value{module}).write();
}

}  // namespace krait::core
