/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library of generated records in a window of its own. */
#pragma once

#include "tests/library-case.h"
#include "tests/window-case.h"
#include "ui/window/tl-library-window-private.h"

typedef struct {
  LibraryCase      library;
  TlLibraryWindow *window;
} LibraryWindowCase;

/* Waits until the window knows how many records there are. */
static inline void
library_window_case_open (LibraryWindowCase *self,
                          guint              n_records)
{
  self->window = TL_LIBRARY_WINDOW (tl_library_window_new (NULL, self->library.library));
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_UNTIL (self->window->n_records == n_records);
}

static inline void
library_window_case_tear_down (LibraryWindowCase *self)
{
  TlLibrary *library = g_steal_pointer (&self->library.library);

  close_on (self->window, library);
  library_case_tear_down (&self->library);
}
