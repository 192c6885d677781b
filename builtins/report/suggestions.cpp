#include "builtins/report/suggestions.h"

#include <algorithm>

#include "builtins/frozen_modules.h"
#include "builtins/register.h"
#include "compiler/opcode.h"
#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/native/module_def.h"
#include "vm/object/exception_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

constexpr size_t kMaxCandidates = 2000, kMaxLength = 40;

// ------------------------------------------------------------------------------------------------ spelling

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Edits between two words: insertions, deletions, changes and swaps of neighbours cost 2, another case costs 1.
size_t distance(std::string_view a, std::string_view b) {
    std::vector<size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j) above[j] = 2 * j;
    for (size_t i = 1; i <= a.size(); ++i) {
        row[0] = 2 * i;
        for (size_t j = 1; j <= b.size(); ++j) {
            size_t change = a[i - 1] == b[j - 1] ? 0 : lower(a[i - 1]) == lower(b[j - 1]) ? 1 : 2;
            row[j] = std::min({above[j] + 2, row[j - 1] + 2, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 2);
        }
        before = above;
        above = row;
    }
    return above[b.size()];
}

std::string closest(const std::string& wrong, const std::vector<std::string>& candidates) {
    std::string best;
    size_t least = SIZE_MAX;
    if (wrong.size() > kMaxLength || wrong.empty()) return best;
    for (size_t i = 0; i < candidates.size() && i < kMaxCandidates; ++i) {
        const std::string& word = candidates[i];
        if (word == wrong || word.empty() || word.size() > kMaxLength) continue;
        if (wrong[0] != '_' && word[0] == '_') continue;
        size_t edits = distance(wrong, word), most = (wrong.size() + word.size() + 3) / 3;
        if (edits > most || edits >= least) continue;
        if (edits > 2 && lower(wrong[0]) != lower(word[0])) continue;   // value is not meant to be False
        least = edits;
        best = word;
    }
    return best;
}

std::string did_you_mean(const std::string& word) { return word.empty() ? "" : "Did you mean: '" + word + "'?"; }

// The text between two marks of a message.
bool between(const std::string& text, const std::string& before, const std::string& after, std::string* out) {
    size_t begin = text.find(before);
    if (begin == std::string::npos) return false;
    begin += before.size();
    size_t end = text.find(after, begin);
    if (end == std::string::npos) return false;
    *out = text.substr(begin, end - begin);
    return true;
}

// ------------------------------------------------------------------------------------------------ what there is

void add_keys(Value dict, std::vector<std::string>* names) {
    DictObject* d = as_dict(dict);
    size_t position = 0;
    Value key, value;
    while (d && dict_next_nocall(d, &position, &key, &value))
        if (StrObject* name = as_str(key)) names->push_back(str_to_utf8(name));
}

// The variables a frame sees, innermost scope first.
class Scope {
  public:
    Scope(Thread& t, FrameObject* frame) : t_(t), frame_(frame) {
        if (!frame) return;
        locals_ = frame_locals(t, frame);
        if (locals_.failed()) {
            clear_exception(t);
            locals_ = Ref();
        }
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for_each([&](Value dict) { add_keys(dict, &all); });
        return all;
    }
    Ref get(std::string_view name) const {
        Ref found;
        StrObject* key = intern_utf8(t_, name);
        if (!key) return clear_exception(t_), Ref();
        for_each([&](Value dict) {
            if (!found.get().is_unbound() || !as_dict(dict)) return;
            Value value = dict_get_str(t_, as_dict(dict), key);
            if (value.is_error())
                clear_exception(t_);
            else if (!value.is_unbound())
                found = own(value);
        });
        return found;
    }
    // A value whose type has this name.
    Ref value_of_type(const std::string& type) const {
        Ref found;
        for_each([&](Value dict) {
            DictObject* d = as_dict(dict);
            size_t position = 0;
            Value key, value;
            while (d && found.get().is_unbound() && dict_next_nocall(d, &position, &key, &value)) {
                if (type_name_of(t_, value) == type)
                    found = own(value);
                else if (TypeObject* cls = as_type(value); cls && type_name(cls) == type)
                    found = own(value);
            }
        });
        return found;
    }

    // Whether a class has such a method whose first parameter is called otherwise.
    bool has_method_without_self(StrObject* name) const {
        bool found = false;
        for_each([&](Value dict) {
            DictObject* d = as_dict(dict);
            size_t position = 0;
            Value key, value;
            while (d && !found && dict_next_nocall(d, &position, &key, &value)) {
                TypeObject* cls = as_type(value);
                DictObject* names = cls ? as_dict(Value::object(cls->dict)) : nullptr;
                Value method = names ? dict_get_str(t_, names, name) : Value::unbound();
                if (method.is_error()) clear_exception(t_);
                if (!is_kind(method, Kind::Function)) continue;
                const CodeObject* code = method.as<FunctionObject>()->code;
                StrObject* first = code->argcount > 0 ? as_str(code->varnames->items[0]) : nullptr;
                found = !first || (str_to_utf8(first) != "self" && str_to_utf8(first) != "cls");
            }
        });
        return found;
    }

  private:
    template <class F>
    void for_each(F&& f) const {
        if (locals_.get().is_object()) f(locals_.get());
        if (frame_ && frame_->function) {
            f(Value::object(frame_->function->globals));
            f(frame_->function->builtins);
        }
        if (t_.interp.builtins_module) f(Value::object(t_.interp.builtins_module->dict));
    }
    Thread& t_;
    FrameObject* frame_;
    Ref locals_;
};

// Names that dir() lists.
std::vector<std::string> attributes_of(Thread& t, Value object) {
    std::vector<std::string> names;
    StrObject* key = intern_utf8(t, "dir");
    Value dir =
        key && t.interp.builtins_module ? dict_get_str(t, t.interp.builtins_module->dict, key) : Value::unbound();
    Ref list = dir.is_object() ? call(t, dir, object) : Ref();
    if (ListObject* items = list.failed() ? nullptr : as_list(list))
        for (uint32_t i = 0; i < items->size; ++i)
            if (StrObject* name = as_str(items->items[i])) names.push_back(str_to_utf8(name));
    if (t.has_exception()) clear_exception(t);
    return names;
}

class Suggester {
  public:
    Suggester(Thread& t, const TracebackObject* last, ColumnTables& tables)
        : t_(t), frame_(last ? last->frame : nullptr), lasti_(last ? last->lasti : -1), scope_(t, frame_) {
        if (!frame_) return;
        if (const ColumnTable* table = tables.find(frame_->code)) node_ = table->expression(frame_->code, lasti_);
    }

    std::string name(const std::string& message) {
        std::string wrong;
        if (between(message, "local variable '", "' referenced before assignment", &wrong)) return local(wrong);
        if (!between(message, "name '", "' is not defined", &wrong)) return "";
        for (auto [other, ours] : {std::pair{"null", "None"}, {"nil", "None"}, {"true", "True"}, {"false", "False"}})
            if (wrong == other) return did_you_mean(ours);
        Ref self = scope_.get("self");
        if (self.get().is_object()) {
            std::vector<std::string> names = attributes_of(t_, self);
            if (std::find(names.begin(), names.end(), wrong) != names.end()) return did_you_mean("self." + wrong);
        }
        std::string found = closest(wrong, scope_.names());
        if (!found.empty()) return did_you_mean(found);
        return is_module(wrong) ? "Did you forget to import '" + wrong + "'?" : "";
    }

    std::string attribute(const std::string& message) {
        std::string wrong, type;
        if (!between(message, "has no attribute '", "'", &wrong)) return "";
        Ref object = attribute_owner(wrong);
        if (object.get().is_unbound() && between(message, "'", "' object has no", &type)) {
            object = scope_.value_of_type(type);
            if (object.get().is_unbound()) object = scope_.get(type);
        }
        if (object.get().is_unbound() && between(message, "type object '", "'", &type)) object = scope_.get(type);
        if (object.get().is_unbound() && between(message, "module '", "'", &type)) object = module(type);
        if (object.get().is_unbound()) return "";
        const std::vector<std::string> names = attributes_of(t_, object);
        // What other languages call it.
        for (auto [other, ours] : {std::pair{"push", "append"}, {"add", "append"}, {"upcase", "upper"},
                                   {"toUpperCase", "upper"}, {"downcase", "lower"}, {"toLowerCase", "lower"},
                                   {"trim", "strip"}, {"indexOf", "index"}, {"startsWith", "startswith"},
                                   {"endsWith", "endswith"}, {"iteritems", "items"}, {"itervalues", "values"}})
            if (wrong == other && has(names, ours)) return did_you_mean(ours);
        bool length = wrong == "length" || wrong == "size" || wrong == "len";
        if (length && has(names, "__len__")) return did_you_mean("len()");
        bool contains = wrong == "contains" || wrong == "has_key" || wrong == "includes";
        if (contains && has(names, "__contains__")) return did_you_mean("in");
        return did_you_mean(closest(wrong, names));
    }

    std::string import_name(const std::string& message) {
        std::string wrong;
        if (!between(message, "cannot import name '", "'", &wrong)) return "";
        Ref from = module(imported_module());
        return from.get().is_unbound() ? "" : did_you_mean(closest(wrong, attributes_of(t_, from)));
    }

    std::string module_name(const std::string& message) {
        std::string wrong;
        if (!between(message, "No module named '", "'", &wrong)) return "";
        return did_you_mean(closest(wrong, module_names()));
    }

    std::string keyword(const std::string& message) {
        std::string wrong;
        if (std::string function; between(message, "", "() takes ", &function)) return missing_self(message, function);
        if (!between(message, "got an unexpected keyword argument '", "'", &wrong)) return "";
        auto* call_node = node_as<ast::Call>(node_);
        Ref callee = call_node ? resolve(call_node->func) : Ref();
        if (TypeObject* type = as_type(callee); type) {
            Ref init = lookup_attribute(t_, callee, t_.interp.names.dunder_init);
            if (init.failed()) clear_exception(t_), init = Ref();
            callee = std::move(init);
        }
        if (is_kind(callee, Kind::BoundMethod)) {
            StrObject* key = intern_utf8(t_, "__func__");
            Ref function = key ? lookup_attribute(t_, callee, key) : Ref();
            if (function.failed() || !key) clear_exception(t_), function = Ref();
            callee = std::move(function);
        }
        if (!is_kind(callee, Kind::Function)) return "";
        CodeObject* code = callee.as<FunctionObject>()->code;
        std::vector<std::string> names;
        for (int32_t i = 0; i < code->argcount + code->kwonlyargcount; ++i)
            if (StrObject* name = as_str(code->varnames->items[i])) names.push_back(str_to_utf8(name));
        return did_you_mean(closest(wrong, names));
    }

  private:
    std::string local(const std::string& wrong) {
        StrObject* key = intern_utf8(t_, wrong);
        if (!key) return clear_exception(t_), "";
        if (!frame_ || !frame_->function) return "";
        Value known = dict_get_str(t_, frame_->function->globals, key);
        if (known.is_error()) return clear_exception(t_), "";
        if (known.is_unbound()) return "";
        return "It is local because the function assigns to it; 'global " + wrong + "' makes it the module's.";
    }
    // A method that was defined without self is given one argument more than it takes.
    std::string missing_self(const std::string& message, const std::string& function) {
        std::string takes, given;
        if (!between(message, "() takes ", " positional argument", &takes) || !between(message, " but ", " w", &given))
            return "";
        if (std::atoll(takes.c_str()) + 1 != std::atoll(given.c_str())) return "";
        auto* call_node = node_as<ast::Call>(node_);
        auto* method = call_node ? node_as<ast::Attribute>(call_node->func) : nullptr;
        if (call_node && (!method || method->attr.view() != function)) return "";
        StrObject* key = intern_utf8(t_, function);
        if (!key) return clear_exception(t_), "";
        return scope_.has_method_without_self(key) ? "Is 'self' missing in the parameters of " + function + "()?" : "";
    }
    static bool has(const std::vector<std::string>& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    Ref module(const std::string& name) {
        Ref key = str_from_utf8(t_, name);
        if (key.failed()) return clear_exception(t_), Ref();
        Value found = dict_get_str(t_, t_.interp.modules, key.as<StrObject>());
        if (found.is_error()) return clear_exception(t_), Ref();
        return own(found);
    }
    // The object of `object.wrong` where the failing instruction is an attribute access.
    Ref attribute_owner(const std::string& wrong) {
        const ast::Expr* node = node_;
        if (auto* called = node_as<ast::Call>(node)) node = called->func;
        auto* attribute = node_as<ast::Attribute>(node);
        return attribute && attribute->attr.view() == wrong ? resolve(attribute->value) : Ref();
    }
    // Value of a name or of attributes of a name; nothing else is evaluated a second time.
    Ref resolve(const ast::Expr* node, int depth = 0) {
        if (depth > 10) return Ref();
        if (auto* n = node_as<ast::Name>(node)) return scope_.get(n->id.view());
        auto* n = node_as<ast::Attribute>(node);
        if (!n) return Ref();
        Ref owner = resolve(n->value, depth + 1);
        StrObject* key = owner.get().is_unbound() ? nullptr : intern_utf8(t_, n->attr.view());
        Ref found = key ? lookup_attribute(t_, owner, key) : Ref();
        if (found.failed() || t_.has_exception()) clear_exception(t_), found = Ref();
        return found;
    }
    // Of `from M import x` at the failing instruction.
    std::string imported_module() const {
        if (!frame_ || lasti_ < 0) return "";
        std::string_view code = frame_->code->code->view();
        for (size_t i = std::min<size_t>(static_cast<size_t>(lasti_), code.size()) & ~size_t{1};; i -= 2) {
            if (i + 1 < code.size() && static_cast<Opcode>(static_cast<uint8_t>(code[i])) == Opcode::IMPORT_NAME) {
                auto index = static_cast<uint8_t>(code[i + 1]);
                StrObject* name =
                    index < frame_->code->names->size ? as_str(frame_->code->names->items[index]) : nullptr;
                return name ? str_to_utf8(name) : "";
            }
            if (i < 2) return "";
        }
    }
    std::vector<std::string> module_names() const {
        std::vector<std::string> names;
        for (const ModuleDef* def : native_modules()) names.emplace_back(def->name);
        for (size_t i = 0; i < kFrozenModuleCount; ++i) names.emplace_back(kFrozenModules[i].name);
        Ref path = sys_get(t_, "path");
        if (path.failed()) clear_exception(t_);
        ListObject* folders = path.failed() ? nullptr : as_list(path);
        for (uint32_t i = 0; folders && i < folders->size; ++i) {
            StrObject* folder = as_str(folders->items[i]);
            std::vector<std::string> files;
            if (!folder || t_.interp.host->list_directory(folder->length ? str_to_utf8(folder) : ".", &files) < 0)
                continue;
            for (const std::string& file : files)
                if (file.size() > 3 && file.ends_with(".py")) names.push_back(file.substr(0, file.size() - 3));
        }
        return names;
    }
    bool is_module(const std::string& name) const { return has(module_names(), name); }

    Thread& t_;
    FrameObject* frame_;
    int lasti_;
    Scope scope_;
    const ast::Expr* node_ = nullptr;
};

std::string text_of(Thread& t, Value value) {
    if (value.is_unbound() || value.is_none()) return "";
    RefTo<StrObject> text = str_of(t, value);
    if (!text) return clear_exception(t), "";
    return str_to_utf8(text.get());
}

int64_t number_of(Thread& t, Value value) {
    if (!is_int_like(value)) return 0;
    Fallible<int64_t> n = int_to_i64(t, value, "");
    if (!n) clear_exception(t);
    return n ? n.value() : 0;
}

}  // namespace

std::string suggestion_for(Thread& t, ExceptionObject* e, const TracebackObject* last, ColumnTables& tables) {
    if (t.hard_stop) return "";
    Ref held = own(static_cast<Object*>(e));
    auto is = [&](Exc kind) { return exception_matches(t, held, kind); };
    if (!is(Exc::NameError) && !is(Exc::AttributeError) && !is(Exc::ImportError) && !is(Exc::TypeError)) return "";
    std::string message = text_of(t, held);
    Suggester suggest(t, last, tables);
    if (is(Exc::NameError)) return suggest.name(message);
    if (is(Exc::AttributeError)) return suggest.attribute(message);
    if (is(Exc::TypeError)) return suggest.keyword(message);
    return is(Exc::ModuleNotFoundError) ? suggest.module_name(message) : suggest.import_name(message);
}

SyntaxDetails syntax_details(Thread& t, ExceptionObject* e) {
    SyntaxDetails details;
    Ref held = own(static_cast<Object*>(e));
    if (!exception_matches(t, held, Exc::SyntaxError)) return details;
    auto field = [&](unsigned index) { return exception_field_or_none(e, index); };
    details.message = text_of(t, field(exception_field::kSyntaxMsg));
    details.filename = text_of(t, field(exception_field::kSyntaxFilename));
    details.line = number_of(t, field(exception_field::kSyntaxLineno));
    details.offset = number_of(t, field(exception_field::kSyntaxOffset));
    details.has_text = as_str(field(exception_field::kSyntaxText)) != nullptr;
    details.text = text_of(t, field(exception_field::kSyntaxText));
    details.known = details.line > 0;
    return details;
}

OpenBracket open_bracket(Thread& t, const SyntaxDetails& details, ColumnTables&) {
    OpenBracket result;
    if (details.message != "invalid syntax" && details.message.find("EOF") == std::string::npos) return result;
    Ref name = str_from_utf8(t, details.filename);
    if (name.failed()) return clear_exception(t), result;
    auto sources = find_sources(t, name.as<StrObject>());
    std::shared_ptr<const SourceText> source = sources.empty() ? nullptr : sources.front();
    if (!source) {
        if (details.line != 1 || !details.has_text) return result;
        source = std::make_shared<const SourceText>(details.text);
    }
    size_t end = source->line_start(static_cast<int>(details.line)) +
                 static_cast<size_t>(std::max<int64_t>(details.offset - 1, 0));
    if (details.message != "invalid syntax") end = source->text().size();
    size_t at = unclosed_bracket(source->text(), end);
    // A bracket that does get closed is not what is wrong.
    if (at == std::string_view::npos || behind_bracket(source->text(), at) != std::string_view::npos) return result;
    int line = source->line_at(at);
    result.found = true;
    result.line = line;
    result.column = at - source->line_start(line);
    result.text = source->line(line);
    result.bracket = source->text()[at];
    return result;
}

}  // namespace krait
