/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The account of an export: what leaves, what stays, and why. */
#include "config.h"

#include "model/exchange/tl-export-report.h"

#include <glib/gi18n-lib.h>

static void
withheld_free (void *data)
{
  TlWithheld *withheld = data;

  g_free (withheld->id);
  g_free (withheld->title);
  g_free (withheld->passage);
  g_free (withheld);
}

/**
 * tl_export_report_new:
 * @tier: to whom
 *
 * Returns: (transfer full): an account of nothing yet
 */
TlExportReport *
tl_export_report_new (TlTier tier)
{
  TlExportReport *self = g_new0 (TlExportReport, 1);

  self->tier = tier;
  self->left = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->left, tl_kinds_get_n ());
  self->withheld = g_ptr_array_new_with_free_func (withheld_free);
  return self;
}

/**
 * tl_export_report_free:
 * @self: (transfer full): a report
 */
void
tl_export_report_free (TlExportReport *self)
{
  g_array_unref (self->left);
  g_ptr_array_unref (self->withheld);
  g_free (self);
}

/**
 * tl_export_report_count:
 * @self: a report
 * @reason: why
 * @kind: of what kind
 * @field: (nullable): which field
 *
 * Counts one more record of which @field, or everything, stays.
 */
void
tl_export_report_count (TlExportReport   *self,
                        TlWithheldReason  reason,
                        const TlKind     *kind,
                        const TlField    *field)
{
  g_return_if_fail (self != NULL && kind != NULL);

  for (guint i = 0; i < self->withheld->len; i++)
    {
      TlWithheld *withheld = g_ptr_array_index (self->withheld, i);

      if (withheld->reason == reason && withheld->kind == kind && withheld->field == field && withheld->id == NULL)
        {
          withheld->count++;
          return;
        }
    }
  tl_export_report_add (self, reason, kind, field, NULL, NULL, NULL);
}

/**
 * tl_export_report_add:
 * @self: a report
 * @reason: why
 * @kind: of what kind
 * @field: (nullable): which field
 * @id: (nullable): of which record
 * @title: (nullable): what it is called
 * @passage: (nullable): what was found in it
 *
 * Adds one thing that stays.
 */
void
tl_export_report_add (TlExportReport   *self,
                      TlWithheldReason  reason,
                      const TlKind     *kind,
                      const TlField    *field,
                      const char       *id,
                      const char       *title,
                      const char       *passage)
{
  g_return_if_fail (self != NULL && kind != NULL);

  TlWithheld *withheld = g_new0 (TlWithheld, 1);

  withheld->reason = reason;
  withheld->kind = kind;
  withheld->field = field;
  withheld->id = g_strdup (id);
  withheld->title = g_strdup (title);
  withheld->passage = g_strdup (passage);
  withheld->count = 1;
  g_ptr_array_add (self->withheld, withheld);
}

static char *
counted_sentence (const TlWithheld *withheld)
{
  if (withheld->field == NULL)
    /* Translators: a number, the plural of a kind of record */
    return g_strdup_printf (_("%u × %s: none leaves."), withheld->count, _(withheld->kind->plural));
  if (withheld->reason == TL_WITHHELD_NO_INDEX)
    /* Translators: kind of record, field, a number of records */
    return g_strdup_printf (_("%s, “%s” (%u): needs the date of the index event to become months."),
                            _(withheld->kind->label), _(withheld->field->label), withheld->count);
  if (withheld->reason == TL_WITHHELD_REPLACED)
    /* Translators: kind of record, field, a number of records */
    return g_strdup_printf (_("%s, “%s” (%u): real names are replaced by what their roles are called."),
                            _(withheld->kind->label), _(withheld->field->label), withheld->count);
  /* Translators: kind of record, field, a number of records */
  return g_strdup_printf (_("%s, “%s” (%u): does not leave."), _(withheld->kind->label), _(withheld->field->label),
                          withheld->count);
}

/**
 * tl_withheld_dup_sentence:
 * @withheld: something that stays
 *
 * Returns: (transfer full): what stays and why, for the user
 */
char *
tl_withheld_dup_sentence (const TlWithheld *withheld)
{
  g_return_val_if_fail (withheld != NULL, NULL);

  if (withheld->id == NULL)
    return counted_sentence (withheld);

  const char *kind = _(withheld->kind->label);
  const char *title = withheld->title != NULL ? withheld->title : withheld->id;
  const char *field = _(withheld->field->label);

  switch (withheld->reason)
    {
    case TL_WITHHELD_UNRELEASED:
      /* Translators: kind of record, what it is called, field */
      return g_strdup_printf (_("%s “%s”: “%s” is not released."), kind, title, field);
    case TL_WITHHELD_NAME:
      /* Translators: kind of record, what it is called, field, a passage */
      return g_strdup_printf (_("%s “%s”: “%s” is released but holds the name “%s”."), kind, title, field,
                              withheld->passage);
    case TL_WITHHELD_DAY:
      /* Translators: kind of record, what it is called, field, a passage */
      return g_strdup_printf (_("%s “%s”: “%s” is released but holds the day “%s”."), kind, title, field,
                              withheld->passage);
    case TL_WITHHELD_CONTACT:
      /* Translators: kind of record, what it is called, field, a passage */
      return g_strdup_printf (_("%s “%s”: “%s” is released but holds “%s”, by which somebody can be reached or known."),
                              kind, title, field, withheld->passage);
    case TL_WITHHELD_UNKNOWN_KEY:
      /* Translators: kind of record, what it is called, field, a key */
      return g_strdup_printf (_("%s “%s”: “%s” is “%s”, which means nothing in the method or the typologies here."),
                              kind, title, field, withheld->passage);
    case TL_WITHHELD_KIND:
    case TL_WITHHELD_FIELD:
    case TL_WITHHELD_NO_INDEX:
    case TL_WITHHELD_REPLACED:
    default:
      return counted_sentence (withheld);
    }
}
