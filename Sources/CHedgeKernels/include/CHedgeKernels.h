// The one loop of the analytics that needs the processor's widest vectors.
#ifndef HEDGETOP_CHEDGEKERNELS_H
#define HEDGETOP_CHEDGEKERNELS_H

#include <stddef.h>

/// Which instructions a product is computed with.
enum chk_instructions {
  CHK_PORTABLE = 0, ///< what every processor of the architecture has
  CHK_AVX2 = 1,     ///< four lanes, fused multiply-add
  CHK_AVX512 = 2    ///< eight lanes, fused multiply-add
};

/// Rows of a panel. A panel holds them step by step: `panel[step * CHK_PANEL + row]`.
#define CHK_PANEL 8

/// The number of panels must be a multiple of this; panels of zeros fill up.
#define CHK_PANEL_GROUP 3

/// The best instructions this processor has.
enum chk_instructions chk_best_instructions(void);

/// Products of all rows with all rows: `products[i * n + j] = Σ rows[i][step] * rows[j][step]`, n = panel_count * 8.
///
/// Computed are the blocks of 8 by 24 that touch the triangle i <= j; what lies wholly below it is left alone.
///
/// \param panels panel after panel, each `length` * 8 numbers.
/// \param products n by n, zeros where computed.
/// \return 0, or -1 and nothing done when this processor lacks the instructions or panels do not fill their groups.
int chk_products(enum chk_instructions instructions, const double *panels, size_t panel_count, size_t length,
                 double *products);

#endif
