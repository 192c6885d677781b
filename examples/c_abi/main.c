/* Krait from plain C99: values, calls, a function of the host, errors by code, limits. */
#include <krait.h>
#include <stdio.h>

/* Sum of the arguments, which must be ints. */
static krait_value* add(void* user, krait_interp* python, krait_value* const* args, size_t count, krait_error* error) {
    int64_t sum = 0;
    (void)user;
    for (size_t i = 0; i < count; ++i) {
        int64_t n;
        if (!krait_as_int(args[i], &n, error)) return NULL; /* the error goes on into Python */
        sum += n;
    }
    if (sum < 0) return krait_fail(error, KRAIT_VALUE_ERROR, "the sum is negative");
    return krait_int(python, sum, error);
}

static void write_out(void* user, const char* data, size_t size) {
    (void)user;
    fwrite(data, 1, size, stdout);
}

static void show(krait_error* error) {
    printf("error %d: %s: %s\n", (int)error->code, error->type, error->message);
    krait_error_clear(error);
}

int main(void) {
    krait_error error = {0};
    krait_options options;
    krait_options_init(&options);
    options.limits.steps = 1000000;
    options.on_stdout = write_out;
    krait_interp* python = krait_new(&options, &error);
    if (!python) {
        show(&error);
        return 1;
    }

    krait_value* function = krait_function(python, "add", add, NULL, NULL, &error);
    krait_set_global(python, "add", function, &error);
    krait_release(function);
    krait_exec(python, "print('from Python:', add(1, 2, 3))", KRAIT_TEXT_END, NULL, &error);

    krait_value* answer = krait_eval(python, "[n * n for n in range(5)]", KRAIT_TEXT_END, NULL, &error);
    krait_value* items = krait_iter(answer, &error);
    krait_value* item;
    while (krait_next(items, &item, &error) && item) {
        int64_t n;
        if (krait_as_int(item, &n, &error)) printf("%d ", (int)n);
        krait_release(item);
    }
    printf("\n");
    krait_release(items);
    krait_release(answer);

    if (!krait_exec(python, "add(-1)", KRAIT_TEXT_END, NULL, &error)) show(&error);
    if (!krait_exec(python, "add('x')", KRAIT_TEXT_END, NULL, &error)) show(&error);
    if (!krait_exec(python, "{}['key']", KRAIT_TEXT_END, NULL, &error)) show(&error);
    if (!krait_exec(python, "open('/etc/passwd')", KRAIT_TEXT_END, NULL, &error)) show(&error);
    if (!krait_exec(python, "import sys; sys.exit(3)", KRAIT_TEXT_END, NULL, &error)) {
        printf("exit status %d\n", (int)error.exit_status);
        krait_error_clear(&error);
    }
    if (!krait_exec(python, "while True: pass", KRAIT_TEXT_END, NULL, &error)) show(&error);
    krait_free(python);
    return 0;
}
