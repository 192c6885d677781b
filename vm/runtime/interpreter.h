// Interpreter: everything one Python world owns. Interpreters share nothing but constant tables.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/hash.h"
#include "vm/memory/heap.h"
#include "vm/object/dict_object.h"

namespace krait {

class Thread;
class Host;
struct CompiledCode;
struct WeakrefTable;
struct InternTable;
struct GcState;

// Names the VM itself uses, interned at start: interp.names.dunder_init ...
struct Names {
#define KRAIT_NAME(field, text) StrObject* field;
#include "vm/runtime/interned.def"
#undef KRAIT_NAME
};

struct Limits {
    size_t memory = SIZE_MAX;       // bytes
    int64_t steps = INT64_MAX;      // calls and back edges
    int64_t timeout_ns = 0;         // 0: none
    uint32_t recursion = 1000;
    size_t native_stack = 0;        // bytes of C stack the interpreter may use; 0: from the thread's own limit
    size_t int_max_str_digits = 0;  // 0: unlimited (3.6)
    size_t int_max_bits = size_t{1} << 33;
};

// What is known of a module that was found: parts of its __spec__.
struct ModuleSpecParts {
    enum class Kind : uint8_t { Builtin, Frozen, Source, Namespace };
    Kind kind;
    StrObject* name;
    Value path;             // of the file (str) or UNBOUND
    Value search_locations; // list for packages, UNBOUND for modules
    Value cached;           // str or UNBOUND
};

// Flags of RuntimeHooks::compile beside those of compile(): the text at a prompt ends no block; the bytes are a file's.
constexpr int kCompileDontImplyDedent = 0x200;
constexpr int kCompileRunFile = 1 << 24;

// What -v and -X importtime show of each import (vm/runtime/import_trace.h).
struct ImportTraceState {
    int shown = 0;                                    // ImportTraceBits
    int64_t depth = 0, nested_ns = 0;                 // of the imports that are under way
};

// What the layers above hand over: the VM never includes them.
struct RuntimeHooks {
    // Source text to code: lexer, parser, compiler. Errors become SyntaxError etc. Owned code object or ERROR.
    Ref (*compile)(Thread&, std::string_view source, StrObject* filename, int mode /*0 exec 1 eval 2 single*/,
                   int flags, int optimize, bool source_is_utf8);
    // Native module by name: owned module object, UNBOUND when there is none, or ERROR.
    Ref (*native_module)(Thread&, StrObject* name);
    // Frozen module by name; false when there is none. Its source is only unpacked when `source` is not null.
    bool (*frozen_source)(std::string_view name, std::string* source, bool* is_package);
    // Code object of a frozen module that is there (owned), or ERROR.
    Ref (*frozen_code)(Thread&, std::string_view name, StrObject* filename);
    // Creates the built-in types and exceptions (start()): fills interp.types, immediate_types and exceptions.
    bool (*register_types)(Thread&);
    // __spec__ of a module found by the import system (vm/runtime/import.cpp). Null: modules have none.
    Ref (*module_spec)(Thread&, const ModuleSpecParts&);
};

class Interpreter {
  public:
    Interpreter(const Limits&, Host*, uint64_t hash_key0, uint64_t hash_key1);
    ~Interpreter();                                   // finalises: modules, __del__, collector; frees every byte
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;
    // Types, names, builtins and sys. False: out of memory. Called once by the embedding layer after hooks are set.
    bool start();
    void finalise();

    Heap heap;
    Limits limits;
    Host* host;                                       // not owned; never null (a host that refuses everything)
    HashKey hash_key;
    RuntimeHooks hooks{};
    std::unique_ptr<Thread> main_thread;
    Thread* current = nullptr;                        // the thread that runs now: the holder of the gate
    std::shared_ptr<class Gate> gate;                 // vm/runtime/gate.h; null: there has only been one thread

    TypeObject* types[kKindCount] = {};               // owned
    TypeObject* immediate_types[9] = {};              // by special index
    TypeObject* exceptions[80] = {};                  // owned; by ExceptionKind (vm/error/raise.h)
    Names names{};
    StrObject* single_chars[128] = {};                // owned
    StrObject* empty_str = nullptr;                   // owned
    BytesObject* empty_bytes = nullptr;               // owned
    TupleObject* empty_tuple = nullptr;               // owned
    ExceptionObject* memory_error = nullptr;          // preallocated
    std::unique_ptr<InternTable> interned;
    std::unique_ptr<WeakrefTable> weakrefs;

    DictObject* modules = nullptr;                    // sys.modules (owned)
    ModuleObject* builtins_module = nullptr;          // owned
    ModuleObject* sys_module = nullptr;               // owned
    uint32_t next_version = 1;                        // types, dict keys, functions; stops at UINT32_MAX
    uint64_t next_serial = 1;

    int optimize = 0;                                 // -O level
    bool lang36 = false;                              // sources are 3.6: no later syntax (-X lang=3.6)
    bool dont_write_bytecode = false;
    bool finalising = false;
    std::vector<std::string> argv, search_path;
    std::string executable;
    std::vector<std::pair<void*, void (*)(Interpreter&, void*)>> at_exit;   // native state to free at the end

    // Attribute lookups along an MRO (vm/object/attribute.cpp); names (interned) are owned, values borrowed, guarded by
    // the version.
    struct MethodCacheEntry {
        uint32_t version;
        StrObject* name;
        Value value;
    };
    static constexpr size_t kMethodCacheSize = 2048;
    MethodCacheEntry method_cache[kMethodCacheSize] = {};

    std::unique_ptr<GcState> gc;                      // vm/memory/collector.h
    struct CodecState* codecs = nullptr;              // builtins/codecs/registry.h; freed through at_exit
    struct AstTypes* ast_types = nullptr;             // builtins/modules/ast_types.h; freed through at_exit
    struct IoState* io = nullptr;                     // builtins/modules/io_objects.h; freed through at_exit
    struct PosixState* posix = nullptr;               // builtins/modules/posix_objects.h; freed through at_exit
    void* embedding = nullptr;                        // the embedding layer's own, which outlives this; null: none
    ImportTraceState import_trace;
    // `-X opstats`: where executed operations are counted (INS_COUNT numbers that outlive the interpreter); to be set
    // before any code is translated. Null: nowhere.
    uint64_t* operation_counts = nullptr;
    bool started = false;
    size_t* bytes_left = nullptr;                     // tests: the destructor leaves here what was never freed

    TypeObject* type(Kind k) const { return types[static_cast<size_t>(k)]; }
    TypeObject* immediate_type(Value v) const {
        return v.is_int() ? type(Kind::Int) : v.is_float() ? type(Kind::Float) : immediate_types[v.special_index()];
    }
    uint32_t fresh_version() { return next_version == UINT32_MAX ? 0 : next_version++; }
};

}  // namespace krait
