// Loads the extension into a database in memory and uses it.
#include <sqlite3.h>

#include <iostream>
#include <string>

static int print_row(void*, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i) std::cout << (i ? " | " : "") << (values[i] ? values[i] : "NULL");
    std::cout << "\n";
    return 0;
}

constexpr const char* kStatements[] = {
    "SELECT python_function('area', 2, 'lambda w, h: w * h')",
    "SELECT area(6, 7), area(1.5, 2), area('ab', 3)",
    "SELECT python_function('words', 1, 'lambda text: len(text.split()) if text else None')",
    "CREATE TABLE notes(text); INSERT INTO notes VALUES ('one two'), ('three'), (NULL)",
    "SELECT text, words(text) FROM notes",
    "SELECT python_function('spin', 0, 'lambda: [0 for i in iter(int, 1) if i]')",
    "SELECT spin()",
    "SELECT python_function('grow', 0, 'lambda: \"x\" * 10 ** 9')",
    "SELECT grow()",
    "SELECT python_function('wrong', 0, 'lambda:')",
    "SELECT area(2, 'x' || 'y'), area(3, 4)",
};

int main(int, char** argv) {
    std::string folder(argv[0]);
    folder.resize(folder.rfind('/') + 1);
    sqlite3* database;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK) return 1;
    sqlite3_enable_load_extension(database, 1);
    char* error = nullptr;
    if (sqlite3_load_extension(database, (folder + "krait_udf").c_str(), nullptr, &error) != SQLITE_OK) {
        std::cerr << error << "\n";
        return 1;
    }
    for (const char* sql : kStatements) {
        if (sqlite3_exec(database, sql, print_row, nullptr, &error) != SQLITE_OK) {
            std::cout << "error: " << error << "\n";
            sqlite3_free(error);
        }
    }
    return sqlite3_close(database) == SQLITE_OK ? 0 : 1;
}
