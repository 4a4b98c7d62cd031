// The desktop's file dialog, opened over D-Bus.
#include "platform/portal.hpp"

#include <mediaedit/language.hpp>

#include <gio/gio.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

struct Free {
    void operator()(GVariant* value) const { g_variant_unref(value); }
    void operator()(GDBusConnection* bus) const { g_object_unref(bus); }
    void operator()(GMainContext* context) const {
        g_main_context_pop_thread_default(context);
        g_main_context_unref(context);
    }
    void operator()(GMainLoop* loop) const { g_main_loop_unref(loop); }
    void operator()(char* text) const { g_free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

constexpr const char* portal_name = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";

struct Asked {
    GMainLoop* loop = nullptr;
    std::vector<std::filesystem::path> files{};
};

void on_response(GDBusConnection*, const char*, const char*, const char*, const char*,
                 GVariant* parameters, void* data) {
    auto& asked = *static_cast<Asked*>(data);
    guint32 response = 2;
    GVariant* results = nullptr;
    g_variant_get(parameters, "(u@a{sv})", &response, &results);
    const Owned<GVariant> owned(results);
    if (response == 0) {
        const Owned<GVariant> uris(
            g_variant_lookup_value(results, "uris", G_VARIANT_TYPE_STRING_ARRAY));
        for (gsize i = 0; uris && i < g_variant_n_children(uris.get()); ++i) {
            const Owned<GVariant> uri(g_variant_get_child_value(uris.get(), i));
            const Owned<char> file(
                g_filename_from_uri(g_variant_get_string(uri.get(), nullptr), nullptr, nullptr));
            if (file) asked.files.emplace_back(file.get());
        }
    }
    g_main_loop_quit(asked.loop);
}

/// The portal has ended, so no answer will come.
void on_other_owner(GDBusConnection*, const char*, const char*, const char*, const char*,
                    GVariant* parameters, void* data) {
    const char* owner = "";
    g_variant_get(parameters, "(&s&s&s)", nullptr, nullptr, &owner);
    if (*owner == 0) g_main_loop_quit(static_cast<Asked*>(data)->loop);
}

/// The bus has ended too.
void on_closed(GDBusConnection*, gboolean, GError*, void* data) {
    g_main_loop_quit(static_cast<Asked*>(data)->loop);
}

/// "*.jpg" in lower and upper case, since cameras use capitals.
void add_filter(GVariantBuilder& filters, const std::string& name,
                std::initializer_list<const char*> patterns) {
    GVariantBuilder list;
    g_variant_builder_init(&list, G_VARIANT_TYPE("a(us)"));
    for (const char* pattern : patterns) {
        std::string capitals = pattern;
        std::ranges::transform(capitals, capitals.begin(), [](unsigned char letter) {
            return static_cast<char>(std::toupper(letter));
        });
        g_variant_builder_add(&list, "(us)", 0U, pattern);
        g_variant_builder_add(&list, "(us)", 0U, capitals.c_str());
    }
    g_variant_builder_add(&filters, "(sa(us))", name.c_str(), &list);
}

GVariant* options_for(BrowseFor what, const char* token) {
    GVariantBuilder options;
    g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token));
    if (what == BrowseFor::photos)
        g_variant_builder_add(&options, "{sv}", "multiple", g_variant_new_boolean(TRUE));
    if (what == BrowseFor::folder) {
        g_variant_builder_add(&options, "{sv}", "directory", g_variant_new_boolean(TRUE));
        return g_variant_builder_end(&options);
    }
    GVariantBuilder filters;
    g_variant_builder_init(&filters, G_VARIANT_TYPE("a(sa(us))"));
    if (what == BrowseFor::profile) add_filter(filters, tr("Village profiles"), {"*.json"});
    else if (what == BrowseFor::video)
        add_filter(filters, tr("Videos"),
                   {"*.mp4", "*.mov", "*.m4v", "*.3gp", "*.mkv", "*.webm", "*.avi", "*.mts",
                    "*.m2ts", "*.wmv", "*.flv"});
    else
        add_filter(filters, tr("Photos"),
                   {"*.jpg", "*.jpeg", "*.png", "*.heic", "*.heif", "*.webp", "*.avif", "*.tif",
                    "*.tiff", "*.gif", "*.bmp"});
    add_filter(filters, tr("All files"), {"*"});
    g_variant_builder_add(&options, "{sv}", "filters", g_variant_builder_end(&filters));
    return g_variant_builder_end(&options);
}

}  // namespace

std::optional<std::vector<std::filesystem::path>> browse_by_portal(BrowseFor what) {
    // Answers are handled in this thread's own loop.
    const Owned<GMainContext> context(g_main_context_new());
    g_main_context_push_thread_default(context.get());
    const Owned<GDBusConnection> bus(g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr));
    if (!bus) return {};
    // By default GIO would end the program when the bus ends.
    g_dbus_connection_set_exit_on_close(bus.get(), FALSE);
    const char* unique = g_dbus_connection_get_unique_name(bus.get());
    if (!unique) return {};
    static int count = 0;
    const std::string token = "sunting" + std::to_string(++count);
    std::string sender = unique + 1;
    std::ranges::replace(sender, '.', '_');
    const std::string handle = std::string(portal_path) + "/request/" + sender + "/" + token;
    const Owned<GMainLoop> loop(g_main_loop_new(context.get(), FALSE));
    Asked asked{loop.get()};
    // Subscribes before asking, so that no answer is missed.
    const auto response = g_dbus_connection_signal_subscribe(
        bus.get(), portal_name, "org.freedesktop.portal.Request", "Response", handle.c_str(),
        nullptr, G_DBUS_SIGNAL_FLAGS_NONE, on_response, &asked, nullptr);
    const auto owner = g_dbus_connection_signal_subscribe(
        bus.get(), "org.freedesktop.DBus", "org.freedesktop.DBus", "NameOwnerChanged",
        "/org/freedesktop/DBus", portal_name, G_DBUS_SIGNAL_FLAGS_NONE, on_other_owner, &asked,
        nullptr);
    const auto closed = g_signal_connect(bus.get(), "closed", G_CALLBACK(on_closed), &asked);
    const Owned<GVariant> answer(g_dbus_connection_call_sync(
        bus.get(), portal_name, portal_path, "org.freedesktop.portal.FileChooser", "OpenFile",
        g_variant_new("(ss@a{sv})", "", tr("Choose files").c_str(),
                      options_for(what, token.c_str())),
        G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, 10'000, nullptr, nullptr));
    if (answer) g_main_loop_run(loop.get());
    g_signal_handler_disconnect(bus.get(), closed);
    for (const auto subscription : {response, owner})
        g_dbus_connection_signal_unsubscribe(bus.get(), subscription);
    // Pending events in the context hold the connection until they have run.
    while (g_main_context_iteration(context.get(), FALSE)) {}
    if (!answer) return {};
    return std::move(asked.files);
}

}  // namespace sunting
