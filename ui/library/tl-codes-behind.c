/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind a count of one code or two: the reviews in which all of them are tagged, with the factors and
 * findings that are tagged so. */
#include "config.h"

#include "ui/library/tl-codes-behind.h"

#include <glib/gi18n.h>

#include "model/questions/tl-behind.h"
#include "ui/library/tl-behind-list.h"
#include "ui/library/tl-enquiry.h"
#include "ui/widgets/tl-report.h"

struct _TlCodesBehind
{
  AdwBin parent_instance;

  TlBehindList *list; /* of the tree of widgets */

  /* Owned */
  char     **codes; /* NULL while none is chosen */
  TlEnquiry *enquiry;
};

G_DEFINE_FINAL_TYPE (TlCodesBehind, tl_codes_behind, ADW_TYPE_BIN)

/* The enquiry */

static gpointer
dup_codes (GtkWidget *widget)
{
  return g_strdupv (TL_CODES_BEHIND (widget)->codes);
}

/* Nothing is looked up that is not to be seen. */
static gpointer
find_behind (TlLibrary           *library,
             const TlAnswerTerms *terms,
             gpointer             codes,
             GCancellable        *cancellable,
             GError             **error)
{
  if (codes == NULL || !terms->internal)
    return g_new0 (TlBehind, 1);
  return tl_library_behind (library, terms->population, codes, cancellable, error);
}

static void
show_behind (GtkWidget    *widget,
             gpointer      answer,
             const GError *error)
{
  TlCodesBehind *self = TL_CODES_BEHIND (widget);
  g_autoptr (TlBehind) behind = answer;

  if (error != NULL)
    tl_report_error (widget, error);
  if (behind != NULL && behind->instances != NULL)
    tl_behind_list_set_instances (self->list, behind->instances, behind->n_reviews);
  else if (behind != NULL && self->codes != NULL)
    tl_behind_list_set_protected (self->list);
  else
    tl_behind_list_say (self->list, _("Choose what to see the reviews of."));
}

static const TlEnquiryKind behind_enquiry = {
  .takes_long = TRUE,
  .dup_asked = dup_codes,
  .free_asked = (GDestroyNotify) g_strfreev,
  .ask = find_behind,
  .free_answer = (GDestroyNotify) tl_behind_free,
  .show = show_behind,
};

/* GObject overrides */

static void
tl_codes_behind_dispose (GObject *object)
{
  TlCodesBehind *self = TL_CODES_BEHIND (object);

  g_clear_object (&self->enquiry);
  g_clear_pointer (&self->codes, g_strfreev);
  G_OBJECT_CLASS (tl_codes_behind_parent_class)->dispose (object);
}

static void
tl_codes_behind_class_init (TlCodesBehindClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_codes_behind_dispose;
}

static void
tl_codes_behind_init (TlCodesBehind *self)
{
  self->list = TL_BEHIND_LIST (tl_behind_list_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * tl_codes_behind_new:
 * @question: about which reviews
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
tl_codes_behind_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlCodesBehind *self = g_object_new (TL_TYPE_CODES_BEHIND, NULL);

  self->enquiry = tl_enquiry_new (question, GTK_WIDGET (self), &behind_enquiry);
  return GTK_WIDGET (self);
}

/**
 * tl_codes_behind_set_codes:
 * @first: (nullable): a code; %NULL for nothing
 * @second: (nullable): another that is to be in the same reviews
 */
void
tl_codes_behind_set_codes (TlCodesBehind *self,
                           const char    *first,
                           const char    *second)
{
  const char *const codes[] = { first, second, NULL };

  g_return_if_fail (TL_IS_CODES_BEHIND (self) && (first != NULL || second == NULL));

  if (self->codes != NULL && first != NULL && g_strv_equal ((const char *const *) self->codes, codes))
    return;
  g_strfreev (self->codes);
  self->codes = first != NULL ? g_strdupv ((char **) codes) : NULL;
  tl_enquiry_renew (self->enquiry);
}
