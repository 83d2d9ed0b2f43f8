/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_ADD_REPORT (tl_add_report_get_type ())
G_DECLARE_FINAL_TYPE (TlAddReport, tl_add_report, TL, ADD_REPORT, AdwWindow)

GtkWidget *tl_add_report_new (GtkWindow             *parent,
                              const TlLibraryReport *report,
                              const GError          *error);

G_END_DECLS
