/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library keeps notes of, beside its records, as lines: files in quarantine, reviews that were withdrawn,
 * folders that are watched, gatherings. And the lists of these in which something can be done. */
#include "config.h"

#include "ui/library/tl-library-notes.h"

#include <glib/gi18n.h>

#include "model/library/tl-receipt-page.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "ui/library/tl-record-wording.h"

enum { RETRY = 1 << 0, OPEN_FOLDER = 1 << 1, PUT_AWAY = 1 << 2 };
enum { READMIT = 1 << 0 };
enum { UNWATCH = 1 << 0 };

static const TlNotedListSpec quarantine = {
  .name = N_("Quarantined files"),
  .icon = "object-select-symbolic",
  .nothing = N_("Nothing in Quarantine"),
  .explanation = N_("A file that is not a sound learning record is kept out of the library and listed here with the "
                    "reason."),
  .advice = N_("These files were not taken in, and nothing in them is counted. Ask whoever sent one for a new export, "
               "or put right what is said, and try it again."),
  .overall = { { N_("_Try All Again"), NULL, NULL, "win.retry-quarantined", "" } },
  .deeds = {
    { N_("Try Again"), N_("Try Again: %s"), NULL, "win.retry-quarantined", NULL },
    { N_("Open the folder in which the file is"), N_("Open the folder of %s"), "folder-open-symbolic",
      "win.open-quarantined", NULL },
    { N_("Take off this list; the file stays where it is"), N_("Take %s off this list"), "list-remove-symbolic",
      "win.forget-quarantined", NULL },
  },
};

static const TlNotedListSpec withdrawn = {
  .name = N_("Withdrawn reviews"),
  .icon = "edit-delete-symbolic",
  .nothing = N_("Nothing Was Withdrawn"),
  .explanation = N_("Where a board takes a record back, all of it leaves the library for good. Who withdrew it, when "
                    "and why is kept here, and nothing of what it said."),
  .advice = N_("These reviews were taken out with all their revisions. Their files are left out until the review is "
               "allowed again; then they have to be added again. Figures that left before still count them."),
  .overall = { { N_("_Withdraw a Record…"), NULL, NULL, "win.withdraw-record", "" } },
  .begins = TRUE,
  .deeds = { { N_("Allow Again"), N_("Allow Again: %s"), NULL, "win.readmit-record", NULL } },
};

static const TlNotedListSpec watched = {
  .name = N_("Watched folders"),
  .icon = "folder-symbolic",
  .nothing = N_("No Folder Is Watched"),
  .explanation = N_("What is new in a watched folder, or in a folder inside it, is taken in when the library is "
                    "opened, and while it is open."),
  .advice = N_("What is new in these folders, or in folders inside them, is taken in when the library is opened, and "
               "while it is open. What came from a folder stays when it is watched no longer."),
  .overall = { { N_("_Watch a Folder…"), NULL, NULL, "win.watch-folder", NULL },
               { N_("_Look Now"), NULL, NULL, "win.look-now", NULL } },
  .begins = TRUE,
  .deeds = { { N_("Stop Watching"), N_("Stop Watching %s"), NULL, "win.unwatch-folder", NULL } },
};

GtkWidget *
tl_quarantine_list_new (void)
{
  return tl_noted_list_new (&quarantine);
}

GtkWidget *
tl_withdrawn_list_new (void)
{
  return tl_noted_list_new (&withdrawn);
}

GtkWidget *
tl_watched_list_new (void)
{
  return tl_noted_list_new (&watched);
}

/* A line for each of @things. */
static GListModel *
note_all (GPtrArray *things,
          TlNoted *(*note) (gconstpointer thing))
{
  GListStore *lines = g_list_store_new (TL_TYPE_NOTED);

  for (guint i = 0; i < things->len; i++)
    {
      g_autoptr (TlNoted) line = note (g_ptr_array_index (things, i));
      g_list_store_append (lines, line);
    }
  return G_LIST_MODEL (lines);
}

static TlNoted *
note_quarantined (gconstpointer thing)
{
  const TlQuarantined *file = thing;
  g_autofree char *name = g_path_get_basename (file->file);
  g_autofree char *folder = g_path_get_dirname (file->file);
  g_autofree char *day = tl_record_wording_day (file->time);
  /* Translators: a day, and where a file is */
  g_autofree char *note = g_strdup_printf (_("Since %s, in %s"), day, folder);

  return tl_noted_new (name, file->reason, note, file->file, RETRY | PUT_AWAY | (file->path != NULL ? OPEN_FOLDER : 0));
}

/**
 * tl_library_notes_of_quarantined:
 * @quarantined: (element-type TlQuarantined): files that were not taken in
 *
 * Returns: (transfer full): a list of TlNoted; their targets are the names of the files
 */
GListModel *
tl_library_notes_of_quarantined (GPtrArray *quarantined)
{
  g_return_val_if_fail (quarantined != NULL, NULL);
  return note_all (quarantined, note_quarantined);
}

static char *
dup_withdrawal_note (const TlWithdrawal *withdrawal)
{
  g_autofree char *day = tl_record_wording_day (withdrawal->time);
  g_autofree char *again = tl_record_wording_day (withdrawal->readmitted);
  g_autofree char *what = withdrawal->author != NULL
                            /* Translators: a day, and who did it */
                            ? g_strdup_printf (_("Withdrawn on %s by %s"), day, withdrawal->author)
                            : g_strdup_printf (_("Withdrawn on %s"), day);

  return withdrawal->readmitted > 0 ? g_strdup_printf (_("%s. Allowed again since %s."), what, again)
                                    : g_strdup_printf (_("%s. Its files are left out."), what);
}

static TlNoted *
note_withdrawal (gconstpointer thing)
{
  const TlWithdrawal *withdrawal = thing;
  g_autofree char *note = dup_withdrawal_note (withdrawal);

  return tl_noted_new (withdrawal->review, withdrawal->reason, note, withdrawal->review,
                       withdrawal->readmitted > 0 ? 0 : READMIT);
}

/**
 * tl_library_notes_of_withdrawals:
 * @withdrawals: (element-type TlWithdrawal): the log
 *
 * Returns: (transfer full): a list of TlNoted; their targets are the pseudonyms of the reviews
 */
GListModel *
tl_library_notes_of_withdrawals (GPtrArray *withdrawals)
{
  g_return_val_if_fail (withdrawals != NULL, NULL);
  return note_all (withdrawals, note_withdrawal);
}

static TlNoted *
note_watched (gconstpointer thing)
{
  const TlWatched *folder = thing;
  g_autofree char *name = g_filename_display_name (folder->path);
  g_autofree char *uri = g_filename_to_uri (folder->path, NULL, NULL);
  g_autofree char *day = tl_record_wording_day (folder->since);
  g_autofree char *note = g_strdup_printf (_("Watched since %s"), day);
  const char *state = folder->reachable ? "" : _("The folder can’t be read now: it was moved or removed, or the disk "
                                                 "it is on is not there. Nothing comes from it until then.");

  return tl_noted_new (name, state, note, uri, UNWATCH);
}

/**
 * tl_library_notes_of_watched:
 * @folders: (element-type TlWatched): folders that are watched
 *
 * Returns: (transfer full): a list of TlNoted; their targets are URIs
 */
GListModel *
tl_library_notes_of_watched (GPtrArray *folders)
{
  g_return_val_if_fail (folders != NULL, NULL);
  return note_all (folders, note_watched);
}

/* What came: "12 added, 1 quarantined". */
static char *
dup_counts (const TlReceipt *receipt)
{
  GString *counts = g_string_new (NULL);

  for (guint i = 0; i < TL_N_OUTCOMES; i++)
    if (receipt->counts[i] > 0)
      {
        g_autofree char *title = g_utf8_strdown (tl_outcome_get_title (i), -1);

        g_string_append_printf (counts, "%s%u %s", counts->len > 0 ? ", " : "", receipt->counts[i], title);
      }
  return counts->len > 0 ? g_string_free (counts, FALSE) : (g_string_free (counts, TRUE), g_strdup (_("No file")));
}

static TlNoted *
note_receipt (gconstpointer thing)
{
  const TlReceipt *receipt = thing;
  g_autofree char *began = tl_receipt_dup_began (receipt);
  g_autofree char *counts = dup_counts (receipt);
  g_autofree char *places = tl_receipt_dup_places (receipt);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, receipt->number);

  return tl_noted_new (g_strstrip (began), counts, places, number, 0);
}

/**
 * tl_library_notes_of_receipts:
 * @receipts: (element-type TlReceipt): of gatherings
 *
 * Returns: (transfer full): a list of TlNoted; their targets are the numbers of the receipts
 */
GListModel *
tl_library_notes_of_receipts (GPtrArray *receipts)
{
  g_return_val_if_fail (receipts != NULL, NULL);
  return note_all (receipts, note_receipt);
}
