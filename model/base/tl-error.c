/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain of the model. */
#include "config.h"

#include "model/base/tl-error.h"

G_DEFINE_QUARK (tl-error-quark, tl_error)

/**
 * tl_error_refuse:
 * @error: return location
 * @format: a complete sentence for the user, as for printf()
 *
 * Sets @error to %TL_ERROR_INVALID.
 *
 * Returns: %FALSE, always, so that a check can end with it
 */
gboolean
tl_error_refuse (GError     **error,
                 const char  *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, message);
  return FALSE;
}
