// Inside of the import system: what was found, and the steps between import.cpp (names), import_find.cpp (finders),
// import_load.cpp (modules) and bytecode_cache.cpp (.pyc files).
#pragma once

#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

// What a type is to the import system: TypeObject::native of the types that do their work in C++ points to one of
// kImportRoles. Their instances, where there are any, are FinderObjects.
enum class ImportRole : uint8_t { Other, BuiltinImporter, FrozenImporter, PathFinder, FileFinder };
extern const ImportRole kImportRoles[5];
inline void set_import_role(TypeObject* type, ImportRole role) {
    type->native = const_cast<ImportRole*>(&kImportRoles[static_cast<size_t>(role)]);
}
struct FinderObject : Object {
    bool native;  // made by the import system: finds what it loads itself
};

// Where a module was found.
struct Found {
    enum class Kind { None, Native, Frozen, Source, Bytecode, Namespace, Spec };
    Kind kind = Kind::None;
    std::string path;    // of the file
    std::string folder;  // of the package
    bool is_package = false;
    std::vector<std::string> portions;  // of a namespace package
    Ref object;                         // native module, or spec of another finder
    bool failed_ = false;
    Found() = default;
    Found(Failed) : failed_(true) {}  // NOLINT
    bool failed() const { return failed_; }
    Found&& take() { return std::move(*this); }
};

// --- import_find.cpp
// Names of files as the host has them, and as text: bytes that are no UTF-8 are lone surrogates there.
std::string path_of_text(const StrObject*);
Ref text_of_path(Thread&, std::string_view path);
// Asks the finders of sys.meta_path. `path`: the parent's __path__, None for top-level names. `target`: the module that
// is being reloaded, or None.
Found find_module(Thread&, StrObject* name, Value path, Value target);
// What an entry of sys.meta_path or sys.path_importer_cache is.
ImportRole import_role(Value finder);
Ref find_spec_everywhere(Thread&, StrObject* name, Value path, Value target);
// Spec from one finder of the interpreter's own.
Ref find_spec_by(Thread&, Value finder, StrObject* name, Value path, Value target);
// Spec of a module in one folder; one without loader for a part of a namespace package; None.
Ref find_spec_in_folder(Thread&, StrObject* name, const std::string& folder);

// --- import_load.cpp
// __spec__ of what was found; None for Kind::None.
Ref spec_of_found(Thread&, StrObject* name, Found&);
// Makes the module, enters it into sys.modules and runs it; the entry of sys.modules afterwards.
Ref load_found(Thread&, StrObject* name, Found);

// --- bytecode_cache.cpp
// Path of the .pyc file of a source file; empty when sys.implementation.cache_tag is None.
Fallible<std::string> cached_path_of(Thread&, const std::string& source_path);
// Code object of a source file: from its cache when that is up to date, else compiled (and the cache written).
Ref code_of_source_file(Thread&, StrObject* name, const std::string& path);
// Code object of a .pyc file without source.
Ref code_of_bytecode_file(Thread&, StrObject* name, const std::string& path);
// co_filename of a code object and of those in its constants that had the same.
Status set_code_filename(Thread&, CodeObject*, StrObject* path);
// Parents made, written beside and renamed: other processes see the whole file or none. Failure is silent.
void write_cache_file(Host&, const std::string& path, std::string_view data, uint32_t mode);

// --- shared helpers
bool read_whole_file(Host&, const std::string& path, std::string* out, int* error_number);
std::string join_path(const std::string& folder, const std::string& name);
// Function of a frozen Python module of the import system: _frozen_importlib or _frozen_importlib_external.
Ref import_helper(Thread&, const char* module, const char* function);
KRAIT_COLD Failed raise_import_error(Thread&, Exc kind, const std::string& text, Value name,
                                     Value path = Value::unbound());

}  // namespace krait
