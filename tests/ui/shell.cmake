# What the screens share, the shell, signing in, the outbox, the program's options.
set(ATLAS_UI_SHELL atlas_ui_shell atlas_ui_evidence atlas_ui_signin atlas_ui_outbox atlas_ui_history atlas_ui_invitations atlas_ui_clients atlas_ui_activity
    atlas_ui_settings atlas_ui_common atlas_test_fakesession atlas_test_widgets)
atlas_test(NAME ui_common WIDGETS LIBS atlas_ui_common atlas_test_fakesession
    SOURCES test_theme.cpp test_phrases.cpp test_plaintext.cpp test_sentences.cpp test_sentencesclients.cpp)
target_compile_definitions(ui_common PRIVATE ATLAS_RESOURCES="${CMAKE_SOURCE_DIR}/resources")
if(UNIX)
    set(layout_file layoutfile_unix.cpp)
endif()
atlas_test(NAME ui_shell WIDGETS LIBS ${ATLAS_UI_SHELL}
    SOURCES ${layout_file} paintedtext.cpp plainness.cpp unseenfaults.cpp test_bars.cpp test_clientshell.cpp test_everywidget.cpp test_finder.cpp test_hostiletext.cpp
        test_linked.cpp test_quit.cpp test_shell.cpp test_shellfocus.cpp test_sidebar.cpp)
target_compile_definitions(ui_shell PRIVATE ATLAS_SOURCE_ROOT="${CMAKE_SOURCE_DIR}")
atlas_test(NAME ui_outbox WIDGETS SOURCES test_attention.cpp test_outbox.cpp test_outboxclients.cpp LIBS ${ATLAS_UI_SHELL})
atlas_test(NAME ui_signin WIDGETS SOURCES test_signin.cpp LIBS ${ATLAS_UI_SHELL})
if(TARGET atlas_app)
    atlas_test(NAME app_options SOURCES test_options.cpp LIBS atlas_app)
endif()

# Pictures of the shell, for people to look at: not a test.
add_executable(atlas-gallery-shell gallery_shell.cpp gallery.cpp)
target_link_libraries(atlas-gallery-shell PRIVATE atlas_options Qt6::Widgets Qt6::Test ${ATLAS_UI_SHELL})
