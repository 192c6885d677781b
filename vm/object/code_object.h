// CodeObject: CPython 3.6's immutable fields plus the translated form made at the first call (vm/translate).
#pragma once

#include "vm/object/str_object.h"

namespace krait {

// One internal instruction (vm/translate/internal.def). Narrow: 8 bytes; code whose operands do not fit 16 bits is
// translated to WideIns as a whole and run by a second instance of the same handlers.
struct Ins {
    uint16_t op, a, b, c;
};
struct WideIns {
    uint32_t op, a, b, c;
};
static_assert(sizeof(Ins) == 8 && sizeof(WideIns) == 16);

// Inline cache, one per caching instruction, in a side array. The meaning belongs to the instruction that filled it.
struct InlineCache {
    uint32_t version;
    uint32_t index;
    union {
        Object* object;       // borrowed: kept alive by the version guard
        void* pointer;
        uint64_t word;
        struct { uint32_t version2; uint16_t misses, hits; };
    };
};
static_assert(sizeof(InlineCache) == 16);

enum class HandlerKind : uint8_t { Exit, Except, Finally };

// translation.md section 6; instruction indexes instead of 3.6 pcs. Sorted, not overlapping.
struct ExceptionEntry {
    uint32_t start, end;      // [start, end) of internal instructions
    uint32_t handler;         // index of the handler's first instruction (unused for Exit)
    uint32_t depth;           // temporaries kept: registers first_temp + depth and above are dropped
    uint32_t saves_begin;     // into TranslatedCode::saves: registers of saved exc_info, outermost first
    uint16_t saves_count;
    HandlerKind kind;
};

struct TranslatedCode {
    void* ins;                    // Ins[] or WideIns[]
    InlineCache* caches;
    uint32_t* cache_names;        // per cache: index in co_names (UINT32_MAX: the cache has no name)
    Value* constants;             // K: owned; co_consts first, then constants the translator adds (None, small ints)
    ExceptionEntry* exceptions;
    uint32_t* saves;              // absolute registers
    uint32_t* pcmap;              // 3.6 byte offset per internal instruction
    uint32_t ins_count, cache_count, constant_count, exception_count, saves_count;
    uint32_t register_count;      // locals + cells + temporaries
    uint32_t local_count;         // co_nlocals
    uint32_t first_temp;          // locals + cells + frees
    uint32_t cell_count, free_count;
    bool wide;
    bool is_generator;            // any of generator, coroutine, async generator: a call makes the object
    bool traces_lines;            // has LINE instructions (vm/interp/tracing.h)
    TranslatedCode* traced;       // of the plain form: the one with LINE instructions, made on demand; or null
    size_t bytes;                 // charged to the heap
};

struct CodeObject : Object {
    int32_t argcount, kwonlyargcount, nlocals, stacksize;
    uint32_t flags;               // co_flags
    int32_t firstlineno;
    BytesObject* code;            // all owned
    TupleObject *consts, *names, *varnames, *freevars, *cellvars;
    StrObject *filename, *name;
    BytesObject* lnotab;
    int32_t* cell_to_arg;         // per cellvar: index of the argument it captures, -1: none; null when no cellvars
    TranslatedCode* translated;   // null before the first call
    const char* reject_reason;    // verifier's answer for hostile code; null when accepted or not yet translated
    uint32_t total_args;          // argcount + kwonlyargcount + *args + **kwargs: leading locals that arguments fill
    bool simple_args;             // no *args, **kwargs, keyword-only: the fast call shapes apply
    void* jit;                    // reserved
    uint32_t id;                  // Interpreter::fresh_version() of its own: caches of calls compare it; 0: none
    int32_t fast_argc;            // argcount where the fast call shapes apply and the code is translated; else -1.
                                  // code_new sets -1, the first call (vm/interp/op_call.cpp) the rest
};

// Parameters that only positional arguments reach (PEP 570).
size_t positional_only_count(const CodeObject*);

// Checks field types and sizes only (the bytecode is verified at the first call). Borrows all parts.
struct CodeFields {
    int32_t argcount, kwonlyargcount, nlocals, stacksize;
    uint32_t flags;
    int32_t firstlineno;
    BytesObject* code;
    TupleObject *consts, *names, *varnames, *freevars, *cellvars;
    StrObject *filename, *name;
    BytesObject* lnotab;
};
RefTo<CodeObject> code_new(Thread&, const CodeFields&);
void code_dealloc(Interpreter&, Object*);
void code_traverse(Object*, Visitor&);
int32_t code_line(const CodeObject*, int32_t lasti);      // PyCode_Addr2Line's job: line of a byte offset

// Translates once; SystemError "invalid bytecode: <reason>" for rejected code, MemoryError.
Fallible<TranslatedCode*> code_translate(Thread&, CodeObject*);
void translated_code_free(Interpreter&, TranslatedCode*);

}  // namespace krait
