// The desktop's file dialog, with a fake portal on the test's own bus.
#include "platform/portal.hpp"

#include "platform/other_programs.hpp"

#include <gio/gio.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace sunting;
using namespace testing;

constexpr const char* interface =
    R"(<node><interface name="org.freedesktop.portal.FileChooser"><method name="OpenFile">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method></interface></node>)";

/// How the person answers.
struct Answer {
    bool goes_away = false;  ///< the portal ends before the person has chosen
    guint32 response = 0;    ///< 1: cancelled
    std::vector<std::string> uris;
};

/// A portal that answers each request on its own thread.
class FakePortal {
public:
    explicit FakePortal(Answer answer) : answer_(std::move(answer)), thread_([this] { run(); }) {
        ready_.get_future().wait();
    }
    ~FakePortal() {
        g_main_context_invoke(
            context_,
            [](void* loop) -> gboolean {
                return g_main_loop_quit(static_cast<GMainLoop*>(loop)), G_SOURCE_REMOVE;
            },
            loop_);
        thread_.join();
        g_main_loop_unref(loop_);
        g_main_context_unref(context_);
    }
    FakePortal(const FakePortal&) = delete;
    FakePortal& operator=(const FakePortal&) = delete;

    /// Of the last request. Read it after the answer.
    bool many = false, folder = false;
    std::set<std::string> patterns;

private:
    void run() {
        g_main_context_push_thread_default(context_);
        auto* bus = g_dbus_connection_new_for_address_sync(
            g_getenv("DBUS_SESSION_BUS_ADDRESS"),
            static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
            nullptr, nullptr, nullptr);
        auto* node = g_dbus_node_info_new_for_xml(interface, nullptr);
        const GDBusInterfaceVTable table{on_call, nullptr, nullptr, {}};
        const auto object =
            g_dbus_connection_register_object(bus, "/org/freedesktop/portal/desktop",
                                              node->interfaces[0], &table, this, nullptr, nullptr);
        const auto owner = g_bus_own_name_on_connection(
            bus, "org.freedesktop.portal.Desktop", G_BUS_NAME_OWNER_FLAGS_NONE,
            [](GDBusConnection*, const char*, void* self) {
                static_cast<FakePortal*>(self)->ready_.set_value();
            },
            nullptr, this, nullptr);
        g_main_loop_run(loop_);
        g_bus_unown_name(owner);
        g_dbus_connection_unregister_object(bus, object);
        g_dbus_node_info_unref(node);
        g_dbus_connection_close_sync(bus, nullptr, nullptr);
        g_object_unref(bus);
        while (g_main_context_iteration(context_, FALSE)) {}
        g_main_context_pop_thread_default(context_);
    }

    static void on_call(GDBusConnection* bus, const char* sender, const char*, const char*,
                        const char*, GVariant* parameters, GDBusMethodInvocation* call,
                        void* data) {
        auto& self = *static_cast<FakePortal*>(data);
        GVariant* options = g_variant_get_child_value(parameters, 2);
        const char* token = "";
        gboolean flag = FALSE;
        g_variant_lookup(options, "handle_token", "&s", &token);
        self.many = g_variant_lookup(options, "multiple", "b", &flag) && flag;
        self.folder = g_variant_lookup(options, "directory", "b", &flag) && flag;
        if (GVariantIter* filters = nullptr;
            g_variant_lookup(options, "filters", "a(sa(us))", &filters)) {
            const char *name = nullptr, *pattern = nullptr;
            for (GVariantIter* list = nullptr;
                 g_variant_iter_loop(filters, "(&sa(us))", &name, &list);)
                for (guint32 kind = 0; g_variant_iter_loop(list, "(u&s)", &kind, &pattern);)
                    self.patterns.insert(pattern);
            g_variant_iter_free(filters);
        }
        std::string name = sender + 1;
        std::ranges::replace(name, '.', '_');
        const auto handle = "/org/freedesktop/portal/desktop/request/" + name + "/" + token;
        g_dbus_method_invocation_return_value(call, g_variant_new("(o)", handle.c_str()));
        g_variant_unref(options);
        if (self.answer_.goes_away) {
            g_main_loop_quit(self.loop_);
            return;
        }
        GVariantBuilder results, uris;
        g_variant_builder_init(&results, G_VARIANT_TYPE_VARDICT);
        g_variant_builder_init(&uris, G_VARIANT_TYPE_STRING_ARRAY);
        for (const auto& uri : self.answer_.uris) g_variant_builder_add(&uris, "s", uri.c_str());
        g_variant_builder_add(&results, "{sv}", "uris", g_variant_builder_end(&uris));
        g_dbus_connection_emit_signal(
            bus, sender, handle.c_str(), "org.freedesktop.portal.Request", "Response",
            g_variant_new("(u@a{sv})", self.answer_.response, g_variant_builder_end(&results)),
            nullptr);
    }

    Answer answer_;
    GMainContext* context_ = g_main_context_new();
    GMainLoop* loop_ = g_main_loop_new(context_, FALSE);
    std::promise<void> ready_;
    std::thread thread_;
};

class PortalTest : public Test {
protected:
    void SetUp() override {
        if (!is_installed("dbus-daemon")) GTEST_SKIP() << "dbus-daemon is not installed";
        bus_ = g_test_dbus_new(G_TEST_DBUS_NONE);
        g_test_dbus_up(bus_);
    }
    void TearDown() override {
        if (!bus_) return;
        g_test_dbus_down(bus_);
        g_object_unref(bus_);
    }
    /// As in the program: never in the window's thread.
    static std::optional<std::vector<std::filesystem::path>> browse_beside(BrowseFor what) {
        return std::async(std::launch::async, [&] { return browse_by_portal(what); }).get();
    }

private:
    GTestDBus* bus_ = nullptr;
};

TEST_F(PortalTest, WhatThePersonChoosesIsGiven) {
    FakePortal portal(
        {.response = 0,
         .uris = {"file:///home/desa/Foto%20rapat.jpg", "file:///home/desa/%C3%A9.heic"}});
    const auto files = browse_beside(BrowseFor::photos);
    ASSERT_TRUE(files);
    EXPECT_THAT(*files, ElementsAre("/home/desa/Foto rapat.jpg", "/home/desa/\u00e9.heic"));
    EXPECT_TRUE(portal.many);
    EXPECT_FALSE(portal.folder);
    EXPECT_THAT(portal.patterns, IsSupersetOf({"*.jpg", "*.JPG", "*.heic", "*"}));
}

TEST_F(PortalTest, OneVideoIsAskedForAndThenAFolder) {
    FakePortal portal({.response = 0, .uris = {"file:///media/hp"}});
    ASSERT_TRUE(browse_beside(BrowseFor::video));
    EXPECT_FALSE(portal.many);
    EXPECT_THAT(portal.patterns, IsSupersetOf({"*.mp4", "*.MOV"}));
    EXPECT_THAT(browse_beside(BrowseFor::folder), Optional(ElementsAre("/media/hp")));
    EXPECT_TRUE(portal.folder);
}

TEST_F(PortalTest, PlacesThatAreNoFilesAreLeftOut) {
    FakePortal portal({.response = 0, .uris = {"mtp://phone/photo.jpg", "not an address"}});
    EXPECT_THAT(browse_beside(BrowseFor::photo), Optional(IsEmpty()));
}

TEST_F(PortalTest, ACancelledWindowGivesNothing) {
    FakePortal portal({.response = 1, .uris = {}});
    EXPECT_THAT(browse_beside(BrowseFor::photo), Optional(IsEmpty()));
}

TEST_F(PortalTest, APortalThatEndsMeanwhileIsNotWaitedFor) {
    FakePortal portal({.goes_away = true, .uris = {}});
    EXPECT_THAT(browse_beside(BrowseFor::photo), Optional(IsEmpty()));
}

TEST_F(PortalTest, WithoutAPortalAnotherWayIsTaken) {
    EXPECT_EQ(browse_beside(BrowseFor::photo), std::nullopt);
}

}  // namespace
