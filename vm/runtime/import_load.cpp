// Loading modules that were found: the module object with its attributes, its entry in sys.modules, its code run.
#include "vm/interp/frame.h"
#include "vm/object/code_object.h"
#include "vm/runtime/import_parts.h"

namespace krait {

namespace {

class ModuleLoader {
  public:
    ModuleLoader(Thread& t, StrObject* name, Found& found) : t_(t), name_(name), found_(found) {}

    Ref load() {
        switch (found_.kind) {
            case Found::Kind::Native: return load_native();
            case Found::Kind::Spec: return load_by_spec();
            default: return load_code();
        }
    }

    // __spec__ of what was found.
    Ref make_spec() {
        ModuleSpecParts parts{ModuleSpecParts::Kind::Frozen, name_, Value::unbound(), Value::unbound(),
                              Value::unbound()};
        switch (found_.kind) {
            case Found::Kind::None: return own(Value::none());
            case Found::Kind::Spec: return found_.object.copy();
            case Found::Kind::Native: parts.kind = ModuleSpecParts::Kind::Builtin; break;
            case Found::Kind::Frozen: break;
            case Found::Kind::Source:
            case Found::Kind::Bytecode: parts.kind = ModuleSpecParts::Kind::Source; break;
            case Found::Kind::Namespace: parts.kind = ModuleSpecParts::Kind::Namespace; break;
        }
        if (is_file()) {
            path_ = TRY(text_of_path(t_, found_.path));
            cached_ = TRY(cached_path());
            parts.path = path_;
            parts.cached = cached_;
        }
        locations_ = TRY(search_locations());
        parts.search_locations = locations_;
        return t_.interp.hooks.module_spec(t_, parts);
    }

  private:
    bool is_file() const { return found_.kind == Found::Kind::Source || found_.kind == Found::Kind::Bytecode; }

    Ref cached_path() {
        if (found_.kind == Found::Kind::Bytecode) return path_.copy();
        std::string path = TRY(cached_path_of(t_, found_.path));
        return path.empty() ? own(Value::none()) : text_of_path(t_, path);
    }

    Status enter(Value module) { return dict_set(t_, t_.interp.modules, Value::object(name_), module); }

    Ref load_native() {
        Ref module = found_.object.copy();
        TRY(enter(module));
        if (!layout_is(module, Kind::Module)) return module;
        Ref spec = TRY(make_spec());
        TRY(set_spec(module.as<ModuleObject>(), spec));
        Ref package = TRY(str_from_ascii(t_, ""));
        TRY(dict_set_str(t_, module.as<ModuleObject>()->dict, t_.interp.names.dunder_package, package));
        return module;
    }

    Ref loader_of(Value spec) {
        StrObject* loader_name = intern_utf8(t_, "loader");
        if (!loader_name) return Failed{};
        Ref loader = TRY(lookup_attribute(t_, spec, loader_name));
        if (found_.kind == Found::Kind::Namespace) {
            Ref make = TRY(import_helper(t_, "_frozen_importlib_external", "_namespace_loader"));
            return call(t_, make, locations_);
        }
        return loader.get().is_unbound() ? own(Value::none()) : std::move(loader);
    }

    Status set_spec(ModuleObject* module, Value spec) {
        Ref keep = own(module);
        TRY(dict_set_str(t_, module->dict, t_.interp.names.dunder_spec, spec));
        Ref loader = TRY(loader_of(spec));
        return dict_set_str(t_, module->dict, t_.interp.names.dunder_loader, loader);
    }

    Ref search_locations() {
        if (!found_.is_package) return Ref();
        RefTo<ListObject> list = TRY(list_new(t_));
        if (is_file()) {
            Ref folder = TRY(text_of_path(t_, found_.folder));
            TRY(list_append(t_, list.get(), folder));
        }
        if (found_.kind != Found::Kind::Namespace) return list;
        for (const std::string& portion : found_.portions) {
            Ref folder = TRY(text_of_path(t_, portion));
            TRY(list_append(t_, list.get(), folder));
        }
        Ref make = TRY(import_helper(t_, "_frozen_importlib_external", "_namespace_path"));
        return call(t_, make, Value::object(name_), list.value());
    }

    Status describe(ModuleObject* module) {
        const Names& names = t_.interp.names;
        DictObject* dict = module->dict;
        Ref spec = TRY(make_spec());
        Ref package = own(name_);
        if (!found_.is_package) {
            std::string text = str_to_utf8(name_);
            size_t dot = text.rfind('.');
            package = TRY(str_from_utf8(t_, dot == std::string::npos ? "" : text.substr(0, dot)));
        }
        TRY(dict_set_str(t_, dict, names.dunder_package, package));
        TRY(set_spec(module, spec));
        if (!locations_.get().is_unbound()) TRY(dict_set_str(t_, dict, names.dunder_path, locations_));
        if (is_file()) {
            TRY(dict_set_str(t_, dict, names.dunder_file, path_));
            if (!cached_.get().is_none()) TRY(dict_set_str(t_, dict, names.dunder_cached, cached_));
        }
        if (found_.kind == Found::Kind::Namespace) return ok();
        return dict_set_str(t_, dict, names.dunder_builtins, Value::object(t_.interp.builtins_module->dict));
    }

    Ref find_code() {
        if (found_.kind == Found::Kind::Source) return code_of_source_file(t_, name_, found_.path);
        if (found_.kind == Found::Kind::Bytecode) return code_of_bytecode_file(t_, name_, found_.path);
        Ref filename = TRY(str_from_utf8(t_, "<frozen " + str_to_utf8(name_) + ">"));
        return t_.interp.hooks.frozen_code(t_, str_to_utf8(name_), filename.as<StrObject>());
    }

    Ref load_code() {
        RefTo<ModuleObject> module = TRY(module_new(t_, name_));
        TRY(describe(module.get()));
        TRY(enter(module.value()));
        if (found_.kind == Found::Kind::Namespace) return module;
        if (!execute(module.get())) return forget();
        return registered();
    }

    Status execute(ModuleObject* module) {
        Ref code = TRY(find_code());
        Ref dict = own(module->dict);
        (void)TRY(run_code(t_, code.as<CodeObject>(), dict.as<DictObject>(), dict, Value::unbound()));
        return ok();
    }

    // Takes a module that failed out of sys.modules again.
    Failed forget() {
        SavedException saved(t_);
        auto removed = dict_delete(t_, t_.interp.modules, Value::object(name_));
        if (!removed) clear_exception(t_);
        return Failed{};
    }

    // A module may put something else into its place while it runs.
    Ref registered() {
        Ref present = own(TRY(dict_get(t_, t_.interp.modules, Value::object(name_))));
        if (!present.get().is_unbound()) return present;
        return raise_key_error(t_, Value::object(name_));
    }

    // --- specs of other finders (PEP 451)
    Ref spec_attribute(const char* name) {
        StrObject* key = intern_utf8(t_, name);
        if (!key) return Failed{};
        Ref value = TRY(lookup_attribute(t_, found_.object, key));
        return value.get().is_unbound() ? own(Value::none()) : std::move(value);
    }

    Ref loader_method(Value loader, const char* name) {
        StrObject* key = intern_utf8(t_, name);
        if (!key) return Failed{};
        return lookup_attribute(t_, loader, key);
    }

    Ref load_by_spec() {
        Ref loader = TRY(spec_attribute("loader"));
        Ref execute_method = TRY(loader_method(loader, "exec_module"));
        if (!loader.get().is_none() && execute_method.get().is_unbound()) {
            Ref older = TRY(import_helper(t_, "_frozen_importlib", "_load_backward_compatible"));
            return call(t_, older, found_.object);
        }
        Ref make = TRY(import_helper(t_, "_frozen_importlib", "module_from_spec"));
        Ref module = TRY(call(t_, make, found_.object));
        Ref name = TRY(spec_attribute("name"));
        if (as_str(name)) name_ = as_str(name);
        TRY(enter(module));
        if (loader.get().is_none()) {
            Ref places = TRY(spec_attribute("submodule_search_locations"));
            if (!places.get().is_none()) return registered();
            (void)raise_import_error(t_, Exc::ImportError, "missing loader", name);
            return forget();
        }
        Ref result = call(t_, execute_method, module);
        if (result.failed()) return forget();
        return registered();
    }

    Thread& t_;
    StrObject* name_;
    Found& found_;
    Ref path_, cached_, locations_;  // parts of the spec
};

}  // namespace

Ref spec_of_found(Thread& t, StrObject* name, Found& found) { return ModuleLoader(t, name, found).make_spec(); }

Ref load_found(Thread& t, StrObject* name, Found found) { return ModuleLoader(t, name, found).load(); }

}  // namespace krait
