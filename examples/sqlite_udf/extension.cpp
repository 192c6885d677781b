// SQLite loadable extension: SQL functions written in Python.
//
//     SELECT load_extension('./krait_udf');
//     SELECT python_function('area', 2, 'lambda w, h: w * h');
//     SELECT area(6, 7);
//
// One interpreter per connection, no access to anything; a call may take 100 ms, all memory together 16 MiB.
#include <sqlite3ext.h>

#include <chrono>
#include <memory>

#include <krait/containers.hpp>

SQLITE_EXTENSION_INIT1

namespace {

using krait::Interpreter;
using krait::Object;

struct Function {
    std::shared_ptr<Interpreter> python;
    Object callable;
};

Object from_sql(Interpreter& python, sqlite3_value* value) {
    auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER: return python.make(std::int64_t{sqlite3_value_int64(value)});
        case SQLITE_FLOAT: return python.make(sqlite3_value_double(value));
        case SQLITE_TEXT:
            return python.make(std::string_view(reinterpret_cast<const char*>(sqlite3_value_text(value)), size));
        case SQLITE_BLOB: return python.bytes({static_cast<const char*>(sqlite3_value_blob(value)), size});
        default: return python.make(nullptr);
    }
}

void to_sql(sqlite3_context* context, const Object& result) {
    using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<std::byte>>;
    std::visit([context]<class T>(const T& value) {
        if constexpr (std::is_same_v<T, std::monostate>) sqlite3_result_null(context);
        else if constexpr (std::is_integral_v<T>) sqlite3_result_int64(context, value);
        else if constexpr (std::is_same_v<T, double>) sqlite3_result_double(context, value);
        else if constexpr (std::is_same_v<T, std::string>)
            sqlite3_result_text(context, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        else sqlite3_result_blob(context, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }, result.get<Value>());
}

// No exception leaves for SQLite, which is C.
template <class F>
void guarded(sqlite3_context* context, F&& action) {
    try {
        action();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

void call(sqlite3_context* context, int count, sqlite3_value** values) {
    guarded(context, [&] {
        auto* function = static_cast<Function*>(sqlite3_user_data(context));
        function->python->adopt_thread();   // SQLite may call from any thread, one at a time
        std::vector<Object> args;
        for (int i = 0; i < count; ++i) args.push_back(from_sql(*function->python, values[i]));
        to_sql(context, function->callable.call(args));
    });
}

void define(sqlite3_context* context, int, sqlite3_value** values) {
    guarded(context, [&] {
        auto& python = *static_cast<std::shared_ptr<Interpreter>*>(sqlite3_user_data(context));
        auto* name = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
        auto* source = reinterpret_cast<const char*>(sqlite3_value_text(values[2]));
        if (!name || !source) throw std::invalid_argument("python_function(name, arguments, expression)");
        python->adopt_thread();
        auto* function = new Function{python, python->eval(source, name)};
        int status = sqlite3_create_function_v2(sqlite3_context_db_handle(context), name, sqlite3_value_int(values[1]),
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC, function, &call, nullptr, nullptr,
                                                [](void* f) { delete static_cast<Function*>(f); });
        if (status != SQLITE_OK) throw std::runtime_error("SQLite refused the function");
    });
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int sqlite3_kraitudf_init(sqlite3* database, char**,
                                                                            const sqlite3_api_routines* api) {
    SQLITE_EXTENSION_INIT2(api);
    try {
        krait::Options options;
        options.limits.memory = 16u << 20;
        options.limits.time = std::chrono::milliseconds(100);
        auto* python = new std::shared_ptr<Interpreter>(std::make_shared<Interpreter>(std::move(options)));
        return sqlite3_create_function_v2(database, "python_function", 3, SQLITE_UTF8 | SQLITE_DIRECTONLY, python,
                                          &define, nullptr, nullptr,
                                          [](void* p) { delete static_cast<std::shared_ptr<Interpreter>*>(p); });
    } catch (...) {
        return SQLITE_NOMEM;
    }
}
