/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture behind a finding in words, for who can't see it: what each factor came from, level by level. */
#include "config.h"

#include "model/report/tl-why-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Translators: each is followed by factors between quotation marks, as in "contributed to by “A”, “B”". */
static char *
dup_clause (TlLinkRole  role,
            const char *causes)
{
  switch (role)
    {
    case TL_LINK_ROLE_NECESSARY:
      return g_strdup_printf (_("came about only through %s"), causes);
    case TL_LINK_ROLE_ENABLES:
      return g_strdup_printf (_("made possible by %s"), causes);
    case TL_LINK_ROLE_HINDERS:
      return g_strdup_printf (_("held back by %s"), causes);
    case TL_LINK_ROLE_CONTRIBUTES:
    default:
      return g_strdup_printf (_("contributed to by %s"), causes);
    }
}

/**
 * tl_why_picture_dup_label:
 * @picture: a picture made by tl_why_picture_new()
 *
 * Returns: (transfer full): in a sentence, what is to be seen
 */
char *
tl_why_picture_dup_label (const TlPicture *picture)
{
  g_return_val_if_fail (picture != NULL, NULL);

  guint n_factors = picture->factors->len, n_links = picture->links->len;
  g_autofree char *factors
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u factor", "%u factors", n_factors), n_factors);
  g_autofree char *links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n_links), n_links);

  /* Translators: as in "The why behind the finding: 12 factors and 14 links." */
  return g_strdup_printf (_("The why behind the finding: %s and %s."), factors, links);
}

/* The statement between quotation marks, without its full stop. */
static char *
dup_quoted (const TlPictureFactor *factor)
{
  g_autofree char *statement = g_strdup (tl_picture_factor_get_statement (factor));

  if (g_str_has_suffix (statement, "."))
    statement[strlen (statement) - 1] = '\0';
  /* Translators: quotation marks around what a factor says */
  return g_strdup_printf (_("“%s”"), statement);
}

/* A link that is in doubt says so. */
static char *
dup_cause (const TlPicture     *picture,
           const TlPictureLink *link)
{
  g_autofree char *cause = dup_quoted (tl_picture_get_factor (picture, link->cause));

  /* Translators: a cause between quotation marks, of a link that is in doubt */
  return g_strcmp0 (link->state, "contested") == 0 ? g_strdup_printf (_("%s (contested)"), cause)
                                                   : g_steal_pointer (&cause);
}

/* "contributed to by “A”, “B”; held back by “C”"; empty where nothing in the picture leads to the factor. */
static char *
dup_causes (const TlPicture *picture,
            guint            effect)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);

  for (guint role = 0; role <= TL_LINK_ROLE_HINDERS; role++)
    {
      g_autoptr (GString) causes = g_string_new (NULL);

      for (guint i = 0; i < picture->links->len; i++)
        {
          const TlPictureLink *link = tl_picture_get_link (picture, i);

          if (link->effect != effect || link->role != role)
            continue;

          g_autofree char *cause = dup_cause (picture, link);

          g_string_append_printf (causes, "%s%s", causes->len > 0 ? ", " : "", cause);
        }
      if (causes->len > 0)
        g_ptr_array_add (clauses, dup_clause (role, causes->str));
    }
  g_ptr_array_add (clauses, NULL);
  return g_strjoinv ("; ", (char **) clauses->pdata);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const TlPicture *picture = user_data;
  const TlLayoutBox *one = &tl_picture_get_factor (picture, *(const guint *) a)->box;
  const TlLayoutBox *other = &tl_picture_get_factor (picture, *(const guint *) b)->box;

  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

static char *
dup_sentence (const TlPicture *picture,
              guint            position)
{
  const TlPictureFactor *factor = tl_picture_get_factor (picture, position);
  const char *level = tl_picture_get_band (picture, (guint) factor->box.band)->title;
  g_autofree char *quoted = dup_quoted (factor);
  g_autofree char *causes = dup_causes (picture, position);
  g_autofree char *said
      = causes[0] != '\0' ? g_strdup_printf ("%s, %s.", quoted, causes) : g_strdup_printf ("%s.", quoted);

  /* Translators: a level and what is said of a factor there, as in "Front line: “A”, contributed to by “B”." */
  return level != NULL ? g_strdup_printf (_("%s: %s"), level, said) : g_steal_pointer (&said);
}

/**
 * tl_why_picture_dup_sentences:
 * @picture: a picture made by tl_why_picture_new()
 *
 * Says what the picture shows, from its top to its bottom: its alternative text.
 *
 * Returns: (transfer full): a sentence for each factor, ended by %NULL
 */
char **
tl_why_picture_dup_sentences (const TlPicture *picture)
{
  g_return_val_if_fail (picture != NULL, NULL);

  guint n = picture->factors->len;
  g_autofree guint *order = g_new0 (guint, n + 1);
  char **sentences = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_places, (gpointer) picture);
  for (guint i = 0; i < n; i++)
    sentences[i] = dup_sentence (picture, order[i]);
  return sentences;
}
