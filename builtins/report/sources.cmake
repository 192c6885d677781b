list(APPEND KRAIT_BUILTINS_SOURCES
    report/column_table.cpp
    report/json_report.cpp
    report/report.cpp
    report/rich_report.cpp
    report/source_text.cpp
    report/suggestions.cpp
    report/syntax_hints.cpp
)
