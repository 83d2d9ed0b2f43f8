/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Extracts in the text of their source. A text never changes, but a source may be given another one: then an extract is
 * still what it quotes, wherever that stands now. Places are characters of the text. */
#include "config.h"

#include "model/case/tl-extract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/case/tl-source.h"

/* A walk through a text from its beginning, to find characters in ascending order in one pass. */
typedef struct {
  const char *at;
  guint       offset;
  guint       page; /* that the character is on, from 1; 0 before the first */
  guint       line; /* on that page, from 1 */
  GArray     *pages;
} Walk;

/* Goes on to the character @offset, or to the end where there are not so many. */
static void
walk_to (Walk *walk,
         guint offset)
{
  for (;;)
    {
      while (walk->page < walk->pages->len && g_array_index (walk->pages, guint, walk->page) <= walk->offset)
        {
          walk->page++;
          walk->line = 1;
        }
      if (walk->offset >= offset || *walk->at == '\0')
        return;
      walk->line += *walk->at == '\n';
      walk->at = g_utf8_next_char (walk->at);
      walk->offset++;
    }
}

static char *
format_anchor (guint page,
               guint line)
{
  /* Translators: a place in a document, as it is cited: page and line, or the line alone. */
  return page > 0 ? g_strdup_printf (_("p. %u, line %u"), page, line) : g_strdup_printf (_("line %u"), line);
}

/* The occurrence of @quotation that is nearest to where it was: before or after @near. */
static const char *
find_nearest (const char *body,
              const char *near,
              const char *quotation)
{
  const char *after = strstr (near, quotation), *before = NULL;

  for (const char *at = strstr (body, quotation); at != NULL && at < near; at = strstr (at + 1, quotation))
    before = at;
  if (before == NULL || after == NULL)
    return before != NULL ? before : after;
  return near - before < after - near ? before : after;
}

static void
find_place (TlExtractPlace *place,
            Walk           *walk,
            const char     *body)
{
  const char *quotation = tl_record_get_text (place->extract, "quotation");

  walk_to (walk, place->start);
  place->page = walk->page;
  place->line = walk->line;
  if (quotation == NULL || quotation[0] == '\0')
    {
      place->state = place->end > place->start && *walk->at != '\0' ? TL_EXTRACT_IN_PLACE : TL_EXTRACT_LOST;
      return;
    }
  if (walk->offset == place->start && g_str_has_prefix (walk->at, quotation)
      && (guint) g_utf8_strlen (quotation, -1) == place->end - place->start)
    return;

  const char *found = find_nearest (body, walk->at, quotation);
  place->state = found != NULL ? TL_EXTRACT_ELSEWHERE : TL_EXTRACT_LOST;
  if (found == NULL)
    return;
  place->start = (guint) g_utf8_pointer_to_offset (body, found);
  place->end = place->start + (guint) g_utf8_strlen (quotation, -1);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlExtractPlace *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  return strcmp (tl_record_get_id (one->extract), tl_record_get_id (other->extract));
}

/**
 * tl_extract_collect_places:
 * @review: a review
 * @source: one of its sources
 * @body: the text of the source
 *
 * Page and line are those where an extract is; of one that is lost, or stands elsewhere now, those where it was.
 *
 * Returns: (transfer full) (element-type TlExtractPlace): where each extract of the source is, in the order of the
 *   text; it borrows the extracts
 */
GArray *
tl_extract_collect_places (TlReview   *review,
                           TlRecord   *source,
                           const char *body)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (source, "source") && body != NULL, NULL);

  g_autoptr (GPtrArray) extracts = tl_review_get_referrers (review, tl_record_get_id (source), "extract", "source");
  g_autoptr (GArray) pages = tl_source_dup_page_starts (source);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (TlExtractPlace), extracts->len);
  Walk walk = { .at = body, .line = 1, .pages = pages };

  for (guint i = 0; i < extracts->len; i++)
    {
      TlExtractPlace place = { .extract = g_ptr_array_index (extracts, i) };

      place.start = (guint) tl_record_get_int (place.extract, "start", 0);
      place.end = (guint) tl_record_get_int (place.extract, "end", 0);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    find_place (&g_array_index (places, TlExtractPlace, i), &walk, body);
  g_array_sort (places, compare_places);
  return places;
}

/**
 * tl_extract_places_find:
 * @places: (element-type TlExtractPlace): places
 * @extract: (nullable): an extract
 *
 * Returns: (nullable): its place, if it is among them
 */
const TlExtractPlace *
tl_extract_places_find (GArray   *places,
                        TlRecord *extract)
{
  g_return_val_if_fail (places != NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const TlExtractPlace *place = &g_array_index (places, TlExtractPlace, i);

      if (place->extract == extract)
        return place;
    }
  return NULL;
}

/**
 * tl_extract_places_find_at:
 * @places: (element-type TlExtractPlace): places
 * @offset: a character of the text
 *
 * Returns: (transfer none) (nullable): the extract in which it stands; of several upon each other the shortest, for a
 *   longer one is met elsewhere
 */
TlRecord *
tl_extract_places_find_at (GArray *places,
                           guint   offset)
{
  g_return_val_if_fail (places != NULL, NULL);

  const TlExtractPlace *best = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const TlExtractPlace *place = &g_array_index (places, TlExtractPlace, i);

      if (place->state == TL_EXTRACT_IN_PLACE && place->start <= offset && offset < place->end
          && (best == NULL || place->end - place->start < best->end - best->start))
        best = place;
    }
  return best != NULL ? best->extract : NULL;
}

/**
 * tl_extract_place_dup_anchor:
 * @place: a place
 *
 * Returns: (transfer full): what to cite the extract by: as it was noted, else as it is counted
 */
char *
tl_extract_place_dup_anchor (const TlExtractPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  const char *anchor = tl_record_get_text (place->extract, "anchor");
  return anchor != NULL ? g_strdup (anchor) : format_anchor (place->page, place->line);
}

/**
 * tl_extract_dup_anchor:
 * @source: a source
 * @body: its text
 * @start: a character of it
 *
 * Returns: (transfer full): the page and line to cite it by, or only the line where there are no pages; lines are
 *   counted from the beginning of the page
 */
char *
tl_extract_dup_anchor (TlRecord   *source,
                       const char *body,
                       guint       start)
{
  g_return_val_if_fail (tl_record_is (source, "source") && body != NULL, NULL);

  g_autoptr (GArray) pages = tl_source_dup_page_starts (source);
  Walk walk = { .at = body, .line = 1, .pages = pages };

  walk_to (&walk, start);
  return format_anchor (walk.page, walk.line);
}
