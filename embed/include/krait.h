/* Krait: a Python 3.6 interpreter for programs in C and in any language that can call C.
 *
 *     krait_error error = {0};
 *     krait_interp* python = krait_new(NULL, &error);
 *     krait_value* answer = krait_eval(python, "6 * 7", 5, NULL, &error);
 *     int64_t n;
 *     if (answer && krait_as_int(answer, &n, &error)) printf("%lld\n", (long long)n);
 *     else fprintf(stderr, "%s: %s\n", error.type, error.message);
 *     krait_release(answer);
 *     krait_error_clear(&error);
 *     krait_free(python);
 *
 * Ownership: every krait_value* that a function returns is the caller's and is given to krait_release() once; arguments
 * are borrowed. NULL may be released. Values may be released after their interpreter, and on any thread. Text given is
 * UTF-8 with its length, or with KRAIT_TEXT_END for text that ends with a null character. Buffers returned are the
 * caller's: krait_buffer_free().
 *
 * Errors: functions that can fail take a krait_error*, which may be NULL, and return 0 or NULL on failure. The error is
 * filled on failure only; what it held before is cleared. No C++ exception leaves the library, which never prints and
 * never ends the process.
 *
 * Threads: an interpreter and its values are used by one thread at a time: the one that made it or the last one that
 * called krait_adopt_thread(). Only krait_interrupt(), krait_cancel() and krait_release() may be called from any
 * thread.
 *
 * The header is plain C99 and can be preprocessed for foreign function interfaces: define KRAIT_NO_INCLUDES to leave
 * out the standard headers, and KRAIT_API as nothing. */
#ifndef KRAIT_H
#define KRAIT_H

#ifndef KRAIT_NO_INCLUDES
#include <stddef.h>
#include <stdint.h>
#endif
#ifndef KRAIT_API
#define KRAIT_API __attribute__((visibility("default")))
#endif
#ifdef __cplusplus
extern "C" {
#endif

#define KRAIT_ABI 2
#define KRAIT_TEXT_END ((size_t)-1)

typedef struct krait_interp krait_interp;
typedef struct krait_value krait_value;             /* a Python object */
typedef struct krait_interrupter krait_interrupter;

/* What went wrong, by class: of a Python exception the nearest one listed. */
enum krait_code {
    KRAIT_OK = 0,
    KRAIT_EXCEPTION = 1,          /* an exception of no class below */
    KRAIT_TYPE_ERROR = 2,
    KRAIT_VALUE_ERROR = 3,
    KRAIT_OVERFLOW_ERROR = 4,
    KRAIT_KEY_ERROR = 5,
    KRAIT_INDEX_ERROR = 6,
    KRAIT_ATTRIBUTE_ERROR = 7,
    KRAIT_NAME_ERROR = 8,
    KRAIT_IMPORT_ERROR = 9,
    KRAIT_SYNTAX_ERROR = 10,
    KRAIT_MEMORY_ERROR = 11,
    KRAIT_RECURSION_ERROR = 12,
    KRAIT_OS_ERROR = 13,
    KRAIT_RUNTIME_ERROR = 14,
    KRAIT_ZERO_DIVISION_ERROR = 15,
    KRAIT_KEYBOARD_INTERRUPT = 16,
    KRAIT_SYSTEM_EXIT = 17,       /* krait_error.exit_status */
    KRAIT_LIMIT = 18,             /* steps, time or cancellation stopped the script */
    KRAIT_MISUSE = 19             /* of this library: another thread, a dead interpreter, a NULL value */
};

typedef struct krait_error {
    int32_t code;                 /* enum krait_code */
    int32_t exit_status;
    char* type;                   /* "ValueError"; owned, as the others: krait_error_clear() */
    char* message;
    char* traceback;              /* as CPython prints it; "" when there is none */
} krait_error;

typedef struct krait_buffer {
    char* data;                   /* followed by a null character, which `size` does not count */
    size_t size;
} krait_buffer;

typedef struct krait_limits {
    size_t struct_size;           /* sizeof(krait_limits) */
    uint64_t memory;              /* bytes */
    int64_t steps;                /* calls and loop iterations; INT64_MAX: no limit */
    int64_t time_ns;              /* per call; 0: no limit */
    uint32_t recursion;           /* Python frames */
    uint64_t native_stack;        /* bytes of C stack; 0: what the thread has */
    uint64_t int_digits;          /* 0: no limit */
    uint64_t int_bits;
    uint64_t output;              /* bytes */
} krait_limits;

/* Receives output, UTF-8. */
typedef void (*krait_write)(void* user, const char* data, size_t size);

typedef struct krait_options {
    size_t struct_size;           /* sizeof(krait_options) */
    krait_limits limits;
    int32_t process_access;       /* 1: all that the process may do; 0: nothing but what follows */
    const char* folder;           /* files below it, as "/"; NULL: none */
    int32_t folder_writable;
    const char* const* modules;   /* names that may be imported, ended by NULL; NULL: all */
    int32_t real_clock, real_random;
    int32_t has_seed;             /* hashes and randomness from `seed` */
    uint64_t seed;
    krait_write on_stdout, on_stderr;   /* NULL: discarded, or the process's streams with process_access */
    void* stream_user;
    int32_t lang36;               /* 1: later syntax and what else came after 3.6 is refused (docs/later-syntax.md) */
} krait_options;

/* A function of the host. Arguments are borrowed; returns a value (given up) or NULL with `error` filled, see
 * krait_fail(). */
typedef krait_value* (*krait_callback)(void* user, krait_interp* interp, krait_value* const* args, size_t count,
                                       krait_error* error);

/* --- the library */
KRAIT_API const char* krait_version(void);
KRAIT_API int32_t krait_abi(void);                          /* KRAIT_ABI of the library that is linked */
KRAIT_API void krait_error_clear(krait_error* error);       /* frees the texts and makes it all zeroes */
KRAIT_API void krait_buffer_free(krait_buffer* buffer);
/* Fills an error in a callback; always returns NULL. */
KRAIT_API krait_value* krait_fail(krait_error* error, int32_t code, const char* message);

/* --- interpreters */
/* The defaults: limits of 256 MiB and 1000 frames, no access. */
KRAIT_API void krait_options_init(krait_options* options);
KRAIT_API krait_interp* krait_new(const krait_options* options, krait_error* error);   /* options NULL: the defaults */
KRAIT_API void krait_free(krait_interp* interp);
KRAIT_API int krait_adopt_thread(krait_interp* interp, krait_error* error);
KRAIT_API int krait_set_limits(krait_interp* interp, const krait_limits* limits, krait_error* error);
KRAIT_API uint64_t krait_memory_used(krait_interp* interp);
KRAIT_API uint64_t krait_memory_peak(krait_interp* interp);
KRAIT_API int64_t krait_steps_left(krait_interp* interp);
KRAIT_API krait_interrupter* krait_interrupter_new(krait_interp* interp, krait_error* error);
KRAIT_API void krait_interrupter_free(krait_interrupter* interrupter);
KRAIT_API void krait_interrupt(krait_interrupter* interrupter);   /* KeyboardInterrupt in the script */
KRAIT_API void krait_cancel(krait_interrupter* interrupter);      /* ends the call with KRAIT_LIMIT */

/* --- running code in __main__; file name NULL: "<string>" */
KRAIT_API int krait_exec(krait_interp* interp, const char* source, size_t size, const char* filename,
                         krait_error* error);
KRAIT_API krait_value* krait_eval(krait_interp* interp, const char* source, size_t size, const char* filename,
                                  krait_error* error);
KRAIT_API krait_value* krait_import(krait_interp* interp, const char* name, krait_error* error);
KRAIT_API krait_value* krait_get_global(krait_interp* interp, const char* name, krait_error* error);
KRAIT_API int krait_set_global(krait_interp* interp, const char* name, krait_value* value, krait_error* error);
/* A module made by the host; give it attributes with krait_set_attr(). */
KRAIT_API krait_value* krait_module(krait_interp* interp, const char* name, krait_error* error);
/* A function of the host; `destroy` (may be NULL) is called with `user` when it goes. */
KRAIT_API krait_value* krait_function(krait_interp* interp, const char* name, krait_callback function, void* user,
                                      void (*destroy)(void* user), krait_error* error);

/* --- making values */
KRAIT_API krait_value* krait_none(krait_interp* interp, krait_error* error);
KRAIT_API krait_value* krait_bool(krait_interp* interp, int value, krait_error* error);
KRAIT_API krait_value* krait_int(krait_interp* interp, int64_t value, krait_error* error);
KRAIT_API krait_value* krait_uint(krait_interp* interp, uint64_t value, krait_error* error);
KRAIT_API krait_value* krait_float(krait_interp* interp, double value, krait_error* error);
KRAIT_API krait_value* krait_str(krait_interp* interp, const char* utf8, size_t size, krait_error* error);
KRAIT_API krait_value* krait_bytes(krait_interp* interp, const void* data, size_t size, krait_error* error);
KRAIT_API krait_value* krait_list(krait_interp* interp, krait_value* const* items, size_t count, krait_error* error);
KRAIT_API krait_value* krait_tuple(krait_interp* interp, krait_value* const* items, size_t count, krait_error* error);
KRAIT_API krait_value* krait_dict(krait_interp* interp, krait_value* const* keys, krait_value* const* values,
                                  size_t count, krait_error* error);
KRAIT_API krait_value* krait_retain(krait_value* value, krait_error* error);   /* another handle on the same object */
KRAIT_API void krait_release(krait_value* value);

/* --- reading values: exact, as in C++ */
KRAIT_API int krait_is_none(krait_value* value);
KRAIT_API int krait_as_bool(krait_value* value, int* out, krait_error* error);
KRAIT_API int krait_as_int(krait_value* value, int64_t* out, krait_error* error);
KRAIT_API int krait_as_uint(krait_value* value, uint64_t* out, krait_error* error);
KRAIT_API int krait_as_float(krait_value* value, double* out, krait_error* error);
KRAIT_API int krait_as_str(krait_value* value, krait_buffer* out, krait_error* error);     /* a str, as UTF-8 */
KRAIT_API int krait_as_bytes(krait_value* value, krait_buffer* out, krait_error* error);
/* str() or repr() of anything. */
KRAIT_API int krait_text(krait_value* value, int repr, krait_buffer* out, krait_error* error);
KRAIT_API int krait_type_name(krait_value* value, krait_buffer* out, krait_error* error);

/* --- operations */
KRAIT_API int krait_truth(krait_value* value, int* out, krait_error* error);
KRAIT_API int krait_equal(krait_value* a, krait_value* b, int* out, krait_error* error);
KRAIT_API int krait_length(krait_value* value, size_t* out, krait_error* error);
KRAIT_API krait_value* krait_get_item(krait_value* container, krait_value* key, krait_error* error);
KRAIT_API int krait_set_item(krait_value* container, krait_value* key, krait_value* value, krait_error* error);
KRAIT_API krait_value* krait_get_attr(krait_value* value, const char* name, krait_error* error);
KRAIT_API int krait_set_attr(krait_value* value, const char* name, krait_value* attribute, krait_error* error);
/* Positional arguments, then `named` keyword arguments: names and values. */
KRAIT_API krait_value* krait_call(krait_value* callee, krait_value* const* args, size_t count, const char* const* names,
                                  krait_value* const* values, size_t named, krait_error* error);
KRAIT_API krait_value* krait_iter(krait_value* iterable, krait_error* error);
/* At the end: 1 and *item NULL. */
KRAIT_API int krait_next(krait_value* iterator, krait_value** item, krait_error* error);

#ifdef __cplusplus
}
#endif
#endif
