/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the graph: what stands in an SVG, how large an image is, how a picture is spread over sheets. */
#include "config.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/picture/tl-picture-file.h"
#include "model/picture/tl-sheets.h"

static const TlPictureOptions svg_options = { TL_PICTURE_SVG, TRUE, 1, NULL, FALSE };

static TlPictureFactor *
add_factor (TlPicture  *picture,
            const char *id,
            const char *statement,
            int         band)
{
  TlPictureFactor *factor = tl_picture_add_factor (picture, id);

  factor->statement = g_strdup (statement);
  factor->kind = g_strdup ("Contributory factor");
  factor->role = TL_FACTOR_ROLE_FACTOR;
  factor->box.band = band;
  return factor;
}

static void
place (TlPictureFactor *factor,
       double           x,
       double           y)
{
  factor->box.x = x;
  factor->box.y = y;
  factor->box.placed = TRUE;
}

static TlPictureLink *
add_link (TlPicture  *picture,
          const char *id,
          guint       cause,
          guint       effect)
{
  TlPictureLink *link = tl_picture_add_link (picture, id, cause, effect);

  link->kind = g_strdup ("contributes to");
  return link;
}

static void
settle (TlPicture         *picture,
        const char *const *only)
{
  g_autoptr (GError) error = NULL;

  tl_picture_settle (picture, only, NULL, &error);
  g_assert_no_error (error);
}

/* Three factors on three levels, one of them doubtful, and two links. */
static TlPicture *
make_unsettled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMethod) method = tl_method_lookup ("learning-together", &error);
  TlPicture *picture = tl_picture_new ("A <case> & more", method);

  g_assert_no_error (error);
  add_factor (picture, "a", "Budgets were cut \"quickly\"", 0);
  add_factor (picture, "b", "Posts were <empty> & stayed so ]]>", 1)->is_uncertain = TRUE;
  add_factor (picture, "c", "The visit was cut short", 2)->role = TL_FACTOR_ROLE_OUTCOME;
  add_link (picture, "ab", 0, 1)->state = g_strdup ("contested");
  add_link (picture, "bc", 1, 2)->role = TL_LINK_ROLE_NECESSARY;
  return picture;
}

static TlPicture *
make_picture (void)
{
  TlPicture *picture = make_unsettled ();

  settle (picture, NULL);
  return picture;
}

static GBytes *
make_file (const TlPicture        *picture,
           const TlPictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_picture_make_file (picture, options, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Parsed by a reader that knows nothing of us. */
static xmlDocPtr
make_svg (const TlPicture *picture)
{
  g_autoptr (GBytes) bytes = make_file (picture, &svg_options);
  xmlDocPtr document = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "picture.svg",
                                      NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  return document;
}

static char *
query (xmlDocPtr   document,
       const char *expression)
{
  xmlXPathContextPtr context = xmlXPathNewContext (document);

  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  xmlXPathObjectPtr object = xmlXPathEvalExpression (BAD_CAST expression, context);
  g_assert_nonnull (object);
  xmlChar *text = xmlXPathCastToString (object);
  char *result = g_strdup ((const char *) text);

  xmlFree (text);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return result;
}

static void
assert_query (xmlDocPtr   document,
              const char *expression,
              const char *expected)
{
  g_autofree char *result = query (document, expression);

  g_assert_cmpstr (result, ==, expected);
}

static void
every_factor_and_link_has_its_text_and_a_title (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  xmlDocPtr document = make_svg (picture);

  assert_query (document, "string(/s:svg/s:title)", "A <case> & more");
  assert_query (document, "string(/s:svg/@lang)", picture->language);
  for (guint i = 0; i < picture->factors->len; i++)
    {
      const TlPictureFactor *factor = tl_picture_get_factor (picture, i);
      g_autofree char *title = g_strdup_printf ("string(//s:g[@id='factor-%s']/s:title)", factor->id);
      g_autofree char *text = g_strdup_printf ("string(//s:g[@id='factor-%s']/s:text[last()])", factor->id);

      assert_query (document, title, factor->statement);
      assert_query (document, text, factor->statement);
    }
  assert_query (document, "string(//s:g[@id='factor-b']/s:desc)",
                "Contributory factor. Contributed to by 1. Contributes to 1.");
  assert_query (document, "string(//s:g[@id='link-bc']/s:title)",
                "Posts were <empty> & stayed so ]]> → The visit was cut short, contributes to");
  assert_query (document, "string(//s:g[@id='link-ab']/s:text)", "?");
  assert_query (document, "count(//s:g[not(s:title)])", "0");
  assert_query (document, "count(//s:g[not(@role='img')])", "0");
  xmlFreeDoc (document);
}

static void
an_svg_runs_nothing_and_points_nowhere (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  xmlDocPtr document = make_svg (picture);

  assert_query (document, "count(//s:script | //s:image | //s:use | //s:a | //s:foreignObject | //s:style)", "0");
  assert_query (document, "count(//@*[local-name()='href' or local-name()='style' or starts-with(name(), 'on')])", "0");
  assert_query (document, "count(//*[namespace-uri()!='http://www.w3.org/2000/svg'])", "0");
  xmlFreeDoc (document);
}

static void
one_picture_gives_the_same_bytes (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  g_autoptr (TlPicture) again = make_picture ();

  for (guint i = TL_PICTURE_SVG; i <= TL_PICTURE_PDF; i++)
    {
      TlPictureOptions options = { .format = (TlPictureFormat) i, .with_legend = TRUE, .scale = 1.5 };
      g_autoptr (GBytes) one = make_file (picture, &options);
      g_autoptr (GBytes) other = make_file (again, &options);

      g_assert_true (g_bytes_equal (one, other));
    }
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
an_image_is_as_large_as_was_asked (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  g_autoptr (TlPainter) painter = tl_painter_new (picture, TRUE);
  double width, height;

  tl_painter_get_size (painter, &width, &height);
  for (guint i = 1; i <= 3; i++)
    {
      TlPictureOptions options = { .format = TL_PICTURE_PNG, .with_legend = TRUE, .scale = i * 0.75 };
      g_autoptr (GBytes) bytes = make_file (picture, &options);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      g_assert_cmpmem (data + 1, 3, "PNG", 3);
      g_assert_cmpuint (read_number (data + 16), ==, (guint) ceil (width * options.scale));
      g_assert_cmpuint (read_number (data + 20), ==, (guint) ceil (height * options.scale));
    }
}

static void
too_large_an_image_is_refused_with_the_largest_scale (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  TlPictureOptions options = { .format = TL_PICTURE_PNG, .scale = 100 };
  g_autoptr (GError) error = NULL;
  double width, height;
  guint n_pages;

  g_assert_null (tl_picture_make_file (picture, &options, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);

  /* What it offers it takes. */
  const char *offer = strstr (error->message, "picture is ");
  g_assert_nonnull (offer);
  options.scale = g_ascii_strtod (offer + strlen ("picture is "), NULL);
  g_assert_cmpfloat (options.scale, >, 2);
  g_assert_true (tl_picture_measure (picture, &options, &width, &height, &n_pages, NULL));
  options.scale += 0.02;
  g_assert_false (tl_picture_measure (picture, &options, &width, &height, &n_pages, NULL));
}

static void
places_of_the_review_are_kept (void)
{
  g_autoptr (TlPicture) picture = make_unsettled ();

  place (tl_picture_get_factor (picture, 0), 100, -300);
  place (tl_picture_get_factor (picture, 2), -500, 40);
  settle (picture, NULL);
  g_assert_cmpfloat (tl_picture_get_factor (picture, 0)->box.x, ==, 100);
  g_assert_cmpfloat (tl_picture_get_factor (picture, 0)->box.y, ==, -300);
  g_assert_cmpfloat (tl_picture_get_factor (picture, 2)->box.x, ==, -500);
  g_assert_true (tl_picture_get_factor (picture, 1)->box.placed);
}

static void
a_selection_shows_what_was_chosen_where_it_is (void)
{
  const char *const only[] = { "ab", NULL };
  g_autoptr (TlPicture) whole = make_picture ();
  g_autoptr (TlPicture) part = make_unsettled ();
  TlLayoutBox extent, less;

  settle (part, only);
  g_assert_cmpuint (part->factors->len, ==, 2);
  g_assert_cmpuint (part->links->len, ==, 1);
  g_assert_cmpstr (tl_picture_get_factor (part, 1)->id, ==, "b");
  g_assert_cmpfloat (tl_picture_get_factor (part, 1)->box.x, ==, tl_picture_get_factor (whole, 1)->box.x);
  tl_picture_get_extent (whole, &extent);
  tl_picture_get_extent (part, &less);
  g_assert_cmpfloat (less.height, <, extent.height);

  xmlDocPtr document = make_svg (part);
  assert_query (document, "count(//s:g[starts-with(@id, 'level-')])", "2");
  assert_query (document, "count(//s:g[@id='factor-c'])", "0");
  xmlFreeDoc (document);
}

static void
a_long_statement_shrinks_and_then_ends_early (void)
{
  g_autoptr (TlPicture) picture = tl_picture_new (NULL, NULL);
  g_autoptr (GString) endless = g_string_new (NULL);
  const char *medium = "Nobody who was asked to look at the plan again knew that the family had moved twice since it "
                       "was made, so that the address on it was that of a flat in which they had never lived";

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (endless, "word%u ", i);
  add_factor (picture, "short", "Short", 0);
  add_factor (picture, "medium", medium, 0);
  add_factor (picture, "endless", endless->str, 0);
  settle (picture, NULL);

  xmlDocPtr document = make_svg (picture);
  assert_query (document, "string(//s:g[@id='factor-medium']/s:text[last()])", medium);
  assert_query (document, "string(//s:g[@id='factor-endless']/s:title)", endless->str);
  assert_query (document,
                "number(//s:g[@id='factor-medium']/s:text[last()]/@font-size)"
                " < number(//s:g[@id='factor-short']/s:text[last()]/@font-size)", "true");
  assert_query (document,
                "substring(//s:g[@id='factor-endless']/s:text[last()],"
                " string-length(//s:g[@id='factor-endless']/s:text[last()]))", "…");
  xmlFreeDoc (document);
}

static void
right_to_left_text_begins_at_the_right (void)
{
  g_autoptr (TlPicture) picture = tl_picture_new (NULL, NULL);

  place (add_factor (picture, "rtl", "הביקור קוצר", 0), 0, 0);
  place (add_factor (picture, "ltr", "The visit was cut short", 0), 400, 0);
  settle (picture, NULL);

  xmlDocPtr document = make_svg (picture);
  assert_query (document, "string(//s:g[@id='factor-rtl']/s:text[last()]/@direction)", "rtl");
  assert_query (document, "string(//s:g[@id='factor-rtl']/s:text[last()])", "הביקור קוצר");
  assert_query (document, "count(//s:g[@id='factor-ltr']/s:text[@direction])", "0");
  /* From the beginning of its line to that of the other's the one has to go back across its own box. */
  assert_query (document,
                "number(//s:g[@id='factor-rtl']/s:text[last()]/s:tspan/@x) + 400"
                " > number(//s:g[@id='factor-ltr']/s:text[last()]/s:tspan[1]/@x) + 150", "true");
  xmlFreeDoc (document);
}

static void
a_legend_explains_what_occurs_and_no_more (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  xmlDocPtr document = make_svg (picture);
  g_autofree char *legend = query (document, "string(//s:g[@id='legend'])");

  g_assert_nonnull (strstr (legend, "contributes to"));
  g_assert_nonnull (strstr (legend, "contested"));
  g_assert_nonnull (strstr (legend, "Possible, or not known"));
  g_assert_null (strstr (legend, "rejected"));
  g_assert_null (strstr (legend, "more leads to"));
  g_assert_null (strstr (legend, "Dissent"));
  xmlFreeDoc (document);

  TlPictureOptions options = svg_options;
  options.with_legend = FALSE;
  g_autoptr (GBytes) bare = make_file (picture, &options);
  g_autofree char *text = g_strndup (g_bytes_get_data (bare, NULL), g_bytes_get_size (bare));
  g_assert_null (strstr (text, "legend"));
}

/* The middle of the way leads between boxes that stand too close for a mark. */
static void
a_mark_covers_no_box (void)
{
  g_autoptr (TlPicture) picture = tl_picture_new (NULL, NULL);
  const double pitch = TL_PICTURE_FACTOR_WIDTH + 14;

  place (add_factor (picture, "above", "Above", 0), 0, -300);
  place (add_factor (picture, "below", "Below", 0), 0, 300);
  for (int i = -4; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("between-%d", i);

      place (add_factor (picture, id, "Between", 0), (i + 0.5) * pitch, 0);
    }
  add_link (picture, "down", 0, 1)->state = g_strdup ("contested");
  settle (picture, NULL);

  TlLayoutPoint mark = tl_picture_get_link (picture, 0)->mark;
  for (guint i = 0; i < picture->factors->len; i++)
    {
      const TlLayoutBox *box = &tl_picture_get_factor (picture, i)->box;

      g_assert_true (mark.x + TL_PICTURE_MARK_RADIUS <= box->x || mark.x - TL_PICTURE_MARK_RADIUS >= box->x + box->width
                     || mark.y + TL_PICTURE_MARK_RADIUS <= box->y
                     || mark.y - TL_PICTURE_MARK_RADIUS >= box->y + box->height);
    }
}

/* Of several links from one factor to another, near each other all along. */
static void
a_mark_covers_no_other (void)
{
  g_autoptr (TlPicture) picture = tl_picture_new (NULL, NULL);

  place (add_factor (picture, "above", "Above", 0), 0, -300);
  place (add_factor (picture, "below", "Below", 0), 0, 300);
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *id = g_strdup_printf ("link-%u", i);

      add_link (picture, id, 0, 1)->sign = g_strdup ("plus");
    }
  settle (picture, NULL);
  for (guint i = 0; i < picture->links->len; i++)
    for (guint j = 0; j < i; j++)
      {
        TlLayoutPoint one = tl_picture_get_link (picture, i)->mark, other = tl_picture_get_link (picture, j)->mark;

        g_assert_cmpfloat (hypot (one.x - other.x, one.y - other.y), >=, 2 * TL_PICTURE_MARK_RADIUS);
      }
}

static void
a_picture_fits_one_sheet (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  g_autoptr (TlPainter) painter = tl_painter_new (picture, TRUE);
  const TlPaperSize *paper = tl_paper_size_find ("a4");
  double width, height;
  TlSheets sheets;

  tl_painter_get_size (painter, &width, &height);
  g_assert_true (tl_sheets_init_turned (&sheets, painter, TL_SHEETS_FIT, paper->width, paper->height, 1, NULL));
  g_assert_cmpuint (tl_sheets_get_n_pages (&sheets), ==, 1);
  g_assert_cmpfloat (width * sheets.scale, <=, sheets.page_width);
  g_assert_cmpfloat (height * sheets.scale, <=, sheets.page_height);
  g_assert_cmpfloat (sheets.scale, <=, TL_SHEETS_NATURAL_SCALE);
}

/* However large it is, the last column and row reach the end of the picture, and one fewer would not. */
static void
sheets_cover_the_whole_picture (void)
{
  const double margin = 72 / 2.54;
  g_autoptr (TlPicture) picture = make_picture ();
  g_autoptr (TlPainter) painter = tl_painter_new (picture, TRUE);
  const TlPaperSize *paper = tl_paper_size_find ("A4");
  double width, height;
  TlSheets sheets;

  tl_painter_get_size (painter, &width, &height);
  for (double scale = 0.5; scale < 8; scale *= 1.3)
    {
      g_assert_true (tl_sheets_init (&sheets, painter, TL_SHEETS_TILED, paper->width, paper->height, scale, NULL));

      double across = paper->width - 3 * margin, down = paper->height - 3 * margin;
      double to_right = width * sheets.scale - margin, to_bottom = height * sheets.scale - margin;

      g_assert_cmpfloat (sheets.columns * across, >=, to_right - 0.01);
      g_assert_cmpfloat (sheets.rows * down, >=, to_bottom - 0.01);
      g_assert_true (sheets.columns == 1 || (sheets.columns - 1) * across < to_right);
      g_assert_true (sheets.rows == 1 || (sheets.rows - 1) * down < to_bottom);

      guint n = sheets.columns * sheets.rows;
      g_assert_cmpuint (tl_sheets_get_n_pages (&sheets), ==, n > 1 ? n + 1 : 1);
      g_autofree char *last = tl_sheets_dup_label (&sheets, tl_sheets_get_n_pages (&sheets) - 1);
      g_autofree char *expected = g_strdup_printf ("%c%u", 'A' + sheets.columns - 1, sheets.rows);
      g_assert_cmpstr (last, ==, expected);
    }
}

static void
a_wall_of_sheets_has_an_end (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  g_autoptr (TlPainter) painter = tl_painter_new (picture, TRUE);
  const TlPaperSize *paper = tl_paper_size_find ("A4");
  g_autoptr (GError) error = NULL;
  TlSheets sheets;

  g_assert_false (tl_sheets_init_turned (&sheets, painter, TL_SHEETS_TILED, paper->width, paper->height, 60, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);
}

static void
an_empty_graph_is_a_picture_too (void)
{
  g_autoptr (TlMethod) method = tl_method_lookup ("learning-together", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlPicture) picture = tl_picture_new (NULL, i == 0 ? method : NULL);
      TlLayoutBox extent;

      settle (picture, NULL);
      tl_picture_get_extent (picture, &extent);
      g_assert_true (isfinite (extent.x) && isfinite (extent.y) && extent.height > 0 && extent.height < 10000);
      for (guint j = TL_PICTURE_SVG; j <= TL_PICTURE_PDF; j++)
        {
          TlPictureOptions options = { .format = (TlPictureFormat) j, .with_legend = TRUE, .scale = 1 };
          g_autoptr (GBytes) bytes = make_file (picture, &options);

          g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
        }
    }
}

static void
what_is_cancelled_ends (void)
{
  g_autoptr (TlPicture) picture = make_picture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = TL_PICTURE_SVG; i <= TL_PICTURE_PDF; i++)
    {
      TlPictureOptions options = { .format = (TlPictureFormat) i, .scale = 1 };
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_picture_make_file (picture, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/picture/every-factor-and-link-has-its-text-and-a-title",
                   every_factor_and_link_has_its_text_and_a_title);
  g_test_add_func ("/picture/an-svg-runs-nothing-and-points-nowhere", an_svg_runs_nothing_and_points_nowhere);
  g_test_add_func ("/picture/one-picture-gives-the-same-bytes", one_picture_gives_the_same_bytes);
  g_test_add_func ("/picture/an-image-is-as-large-as-was-asked", an_image_is_as_large_as_was_asked);
  g_test_add_func ("/picture/too-large-an-image-is-refused-with-the-largest-scale",
                   too_large_an_image_is_refused_with_the_largest_scale);
  g_test_add_func ("/picture/places-of-the-review-are-kept", places_of_the_review_are_kept);
  g_test_add_func ("/picture/a-selection-shows-what-was-chosen-where-it-is",
                   a_selection_shows_what_was_chosen_where_it_is);
  g_test_add_func ("/picture/a-long-statement-shrinks-and-then-ends-early",
                   a_long_statement_shrinks_and_then_ends_early);
  g_test_add_func ("/picture/right-to-left-text-begins-at-the-right", right_to_left_text_begins_at_the_right);
  g_test_add_func ("/picture/a-legend-explains-what-occurs-and-no-more", a_legend_explains_what_occurs_and_no_more);
  g_test_add_func ("/picture/a-mark-covers-no-box", a_mark_covers_no_box);
  g_test_add_func ("/picture/a-mark-covers-no-other", a_mark_covers_no_other);
  g_test_add_func ("/picture/a-picture-fits-one-sheet", a_picture_fits_one_sheet);
  g_test_add_func ("/picture/sheets-cover-the-whole-picture", sheets_cover_the_whole_picture);
  g_test_add_func ("/picture/a-wall-of-sheets-has-an-end", a_wall_of_sheets_has_an_end);
  g_test_add_func ("/picture/an-empty-graph-is-a-picture-too", an_empty_graph_is_a_picture_too);
  g_test_add_func ("/picture/what-is-cancelled-ends", what_is_cancelled_ends);

  return g_test_run ();
}
