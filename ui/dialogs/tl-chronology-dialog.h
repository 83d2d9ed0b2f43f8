/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/exchange/tl-chronology.h"

G_BEGIN_DECLS

#define TL_TYPE_CHRONOLOGY_DIALOG (tl_chronology_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlChronologyDialog, tl_chronology_dialog, TL, CHRONOLOGY_DIALOG, AdwWindow)

GtkWidget *tl_chronology_dialog_new    (GtkWindow    *parent,
                                        TlReview     *review,
                                        TlChronology *chronology);
void       tl_chronology_dialog_import (GtkWindow    *parent,
                                        TlReview     *review);

G_END_DECLS
