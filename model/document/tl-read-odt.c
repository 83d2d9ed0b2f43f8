/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument texts (ISO/IEC 26300): paragraphs, lists, tables, notes, and the pages as the program that wrote the
 * file laid them out. */
#include "config.h"

#include "model/document/tl-package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"

enum {
  OWN_PARAGRAPH = 1,
  OWN_ITEM,
  OWN_PAGE,
  OWN_STYLE,
  OWN_STYLE_BREAK,
  OWN_BODY,
  OWN_SECTION,
};

static const TlStep steps[] = {
  { "text:p", TL_STEP_PARAGRAPH, OWN_PARAGRAPH },
  { "text:h", TL_STEP_PARAGRAPH, OWN_PARAGRAPH },
  { "text:s", TL_STEP_SPACE },
  { "text:tab", TL_STEP_TAB },
  { "text:line-break", TL_STEP_LINE },
  { "text:soft-page-break", TL_STEP_NONE, OWN_PAGE },
  { "text:list", TL_STEP_LIST },
  { "text:list-item", TL_STEP_ITEM, OWN_ITEM },
  { "text:list-header", TL_STEP_ITEM, OWN_ITEM },
  { "table:table", TL_STEP_TABLE },
  { "table:table-row", TL_STEP_ROW },
  { "table:table-cell", TL_STEP_CELL },
  { "table:covered-table-cell", TL_STEP_CELL },
  { "text:note-body", TL_STEP_NOTE },
  { "text:note-citation", TL_STEP_SKIP },
  { "text:section", TL_STEP_NONE, OWN_SECTION },
  { "text:tracked-changes", TL_STEP_SKIP, 0, N_("Passages that are marked as deleted were left out.") },
  { "office:annotation", TL_STEP_SKIP, 0, N_("Comments were left out.") },
  { "text:hidden-text", TL_STEP_SKIP, 0, N_("Hidden text was left out.") },
  { "text:hidden-paragraph", TL_STEP_SKIP, 0, N_("Hidden text was left out.") },
  { "text:ruby-text", TL_STEP_SKIP },
  { "office:forms", TL_STEP_SKIP },
  { "office:binary-data", TL_STEP_SKIP },
  { "svg:title", TL_STEP_SKIP },
  { "svg:desc", TL_STEP_SKIP },
  { "office:text", TL_STEP_NONE, OWN_BODY },
  { "style:style", TL_STEP_NONE, OWN_STYLE },
  { "style:paragraph-properties", TL_STEP_NONE, OWN_STYLE_BREAK },
  { NULL },
};

typedef struct {
  TlPart      part;
  TlFlow      flow;
  char       *style;    /* that is being read */
  GHashTable *breaking; /* set of the styles whose paragraphs begin a page */
  gboolean    in_body;
  guint       paragraphs; /* deep */
} Odt;

static void
read_style_break (Odt *self)
{
  g_autofree char *before = _tl_part_dup_attribute (&self->part, "fo:break-before");

  if (self->style != NULL && g_strcmp0 (before, "page") == 0)
    g_hash_table_add (self->breaking, g_strdup (self->style));
}

static gboolean
begins_page (Odt *self)
{
  g_autofree char *style = _tl_part_dup_attribute (&self->part, "text:style-name");

  return style != NULL && self->flow.note == NULL && g_hash_table_contains (self->breaking, style);
}

static gboolean
is_hidden (Odt *self)
{
  g_autofree char *display = _tl_part_dup_attribute (&self->part, "text:display");

  return g_strcmp0 (display, "none") == 0;
}

static void
start (TlPart     *part,
       const char *name)
{
  Odt *self = (Odt *) part;
  const TlStep *step = _tl_flow_find (steps, name);

  if (!_tl_flow_start (&self->flow, step) || step == NULL)
    return;

  switch (step->own)
    {
    case OWN_PARAGRAPH:
      if (begins_page (self))
        _tl_draft_break_page (part->draft);
      self->paragraphs++;
      break;
    case OWN_ITEM:
      _tl_draft_note (part->draft, _("The numbers and marks of lists were replaced by “•”."));
      break;
    case OWN_PAGE:
      _tl_draft_break_page (part->draft);
      break;
    case OWN_STYLE:
      g_free (self->style);
      self->style = _tl_part_dup_attribute (part, "style:name");
      break;
    case OWN_STYLE_BREAK:
      read_style_break (self);
      break;
    case OWN_BODY:
      self->in_body = TRUE;
      break;
    case OWN_SECTION:
      if (is_hidden (self))
        _tl_flow_skip (&self->flow, _("Hidden text was left out."));
      break;
    default:
      break;
    }
}

static void
end (TlPart     *part,
     const char *name)
{
  Odt *self = (Odt *) part;
  const TlStep *step = _tl_flow_find (steps, name);

  if (_tl_flow_end (&self->flow, step) && step != NULL && step->own == OWN_PARAGRAPH)
    self->paragraphs--;
}

/* Outside paragraphs there is only the white space of the file. */
static void
add_text (TlPart     *part,
          const char *text,
          gsize       length)
{
  Odt *self = (Odt *) part;

  if (self->in_body && self->paragraphs > 0)
    _tl_flow_add (&self->flow, text, length);
}

static void
find_encryption (TlPart     *part,
                 const char *name)
{
  if (strcmp (name, "manifest:encryption-data") == 0)
    _tl_draft_refuse (part->draft, TL_ERROR_INVALID,
                      _("It is encrypted. Open it with its password, and save it without."));
}

static void
ignore_end (TlPart     *part,
            const char *name)
{
}

/* That an encrypted file is one is told before its contents turn out to be noise. */
static void
check_manifest (TlPackage *package)
{
  if (!_tl_package_has (package, MANIFEST))
    return;

  TlPart manifest = { .draft = package->draft, .start = find_encryption, .end = ignore_end };
  g_autoptr (GBytes) bytes = _tl_package_read (package, MANIFEST);

  _tl_part_parse (&manifest, MANIFEST, bytes);
}

void
_tl_read_odt (TlPackage *package)
{
  Odt odt = { .part = { .draft = package->draft, .start = start, .end = end, .text = add_text } };

  _tl_flow_init (&odt.flow, package->draft);
  odt.breaking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check_manifest (package);
  _tl_package_read_properties (package, "meta.xml", "meta:creation-date");

  g_autoptr (GBytes) content = _tl_package_read (package, CONTENT);

  _tl_part_parse (&odt.part, CONTENT, content);
  _tl_flow_clear (&odt.flow);
  g_hash_table_unref (odt.breaking);
  g_free (odt.style);
}
