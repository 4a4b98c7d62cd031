// The measured size is the size that is drawn.
#include <mediaedit/text.hpp>

#include "plan/overlay_plan.hpp"
#include "text/text_layout.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

Canvas story() {
    Canvas canvas;
    canvas.size = {1080, 1920};
    canvas.safe_area = {0.14, 0.06, 0.20, 0.06};
    return canvas;
}

TEST(SafeRect, IsTheMarginsAndAtLeastFourPercent) {
    EXPECT_EQ(safe_rect({1000, 2000}, {}), (PixelRect{40, 40, 920, 1920}));
    EXPECT_EQ(safe_rect({1000, 2000}, {0.1, 0.2, 0.01, 0}), (PixelRect{40, 200, 760, 1760}));
}

TEST(SafeRect, IsNeverEmpty) {
    for (const Margins margins :
         {Margins{1, 1, 1, 1}, Margins{0.6, 0.6, 0.6, 0.6}, Margins{0, 1, 0, 0}}) {
        const PixelRect safe = safe_rect({100, 50}, margins);
        EXPECT_GE(safe.width, 1);
        EXPECT_GE(safe.height, 1);
        EXPECT_GE(safe.x, 0);
        EXPECT_LE(safe.x + safe.width, 100);
    }
    EXPECT_EQ(safe_rect({1, 1}, {}), (PixelRect{0, 0, 1, 1}));
}

TEST(PlanOverlay, SizesFollowTheShorterSide) {
    Canvas canvas;
    canvas.size = {2000, 1000};
    EXPECT_EQ(plan_overlay(TextOverlay{}, 0, canvas).size_px, 60);
    EXPECT_EQ(plan_overlay(PictureOverlay{}, 0, canvas).size_px, 180);
    EXPECT_EQ(plan_overlay(QrOverlay{}, 3, canvas).size_px, 220);
    EXPECT_EQ(plan_overlay(QrOverlay{}, 3, canvas).index, 3U);
    EXPECT_EQ(plan_overlay(QrOverlay{}, 3, canvas).anchor, Anchor::bottom_right);
}

TEST(PlanOverlay, MovesByTheOffset) {
    Canvas canvas;
    canvas.size = {2000, 1000};
    TextOverlay overlay;
    overlay.offset = {0.1, -0.2};
    overlay.max_width = 0.5;
    const PlannedOverlay planned = plan_overlay(overlay, 0, canvas);
    EXPECT_EQ(planned.within, (PixelRect{240, -160, 1920, 920}));
    EXPECT_EQ(planned.max_width_px, 960);
}

TEST(MeasureText, IsTheBoxThatIsDrawn) {
    TextOverlay overlay;
    overlay.text = "Kerja bakti bersama warga Kampung Melati hari Sabtu";
    const auto measured = measure_text(overlay, story());
    ASSERT_TRUE(measured);
    const TextLayout layout(overlay, plan_overlay(overlay, 0, story()));
    EXPECT_EQ(measured->box, layout.box());
    EXPECT_EQ(measured->lines, 2);
    EXPECT_FALSE(measured->overflows);
    EXPECT_EQ(measured->box.y + measured->box.height, 1536);  // above the lower fifth
}

TEST(MeasureText, SaysWhenItDoesNotFit) {
    TextOverlay overlay;
    for (int i = 0; i < 150; ++i) overlay.text += "kerja bakti ";
    const auto measured = measure_text(overlay, story());
    ASSERT_TRUE(measured);
    EXPECT_TRUE(measured->overflows);
    EXPECT_GT(measured->box.height, 1267);
}

TEST(MeasureText, CountsLettersThatNoFontHas) {
    TextOverlay overlay;
    overlay.text = "Kerja \U0010FFFD";
    EXPECT_EQ(measure_text(overlay, story())->missing_letters, 1);
    overlay.text = "Kerja 🎉";
    EXPECT_EQ(measure_text(overlay, story())->missing_letters, 0);
}

TEST(MeasureText, RefusesWhatCannotBeDrawn) {
    TextOverlay overlay;
    overlay.text = "\xc3\x28";
    EXPECT_EQ(measure_text(overlay, story()).error().code, ErrorCode::bad_recipe);
    overlay.text = "a";
    EXPECT_EQ(measure_text(overlay, Canvas{}).error().code, ErrorCode::bad_recipe);
}

}  // namespace
