#include "CHedgeKernels.h"

#define LANES CHK_PANEL
#define INLINED static inline __attribute__((always_inline))

/// Eight numbers side by side: one register, or as many as the instructions need.
typedef double lanes __attribute__((vector_size(LANES * sizeof(double)), aligned(sizeof(double)), may_alias));

/// Steps taken at a time: three panels of them stay in the first cache, all of them in the second.
#define STEPS 180

/// Adds the products of `rows` rows of one panel with the rows of `panels` panels, which lie `apart` numbers apart.
///
/// The sums stay in registers over all steps, so each number loaded is used `rows` or `panels` times. `rows` and
/// `panels` are constants where this is inlined.
INLINED void add_block(const double *left, const double *right, size_t apart, size_t steps, double *products,
                       size_t width, const int rows, const int panels) {
  lanes sums[LANES][CHK_PANEL_GROUP];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
    for (int panel = 0; panel < panels; panel++) sums[row][panel] = (lanes){0};
  for (size_t step = 0; step < steps; step++) {
    lanes others[CHK_PANEL_GROUP];
#pragma clang loop unroll(full)
    for (int panel = 0; panel < panels; panel++)
      others[panel] = *(const lanes *)(right + (size_t)panel * apart + step * LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      const double number = left[step * LANES + (size_t)row];
#pragma clang loop unroll(full)
      for (int panel = 0; panel < panels; panel++) sums[row][panel] += number * others[panel];
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
    for (int panel = 0; panel < panels; panel++)
      *(lanes *)(products + (size_t)row * width + (size_t)panel * LANES) += sums[row][panel];
}

/// All blocks of the triangle, a few steps at a time, three panels against each panel up to them.
INLINED void add_triangle(const double *panels, size_t count, size_t length, double *products, const int rows,
                          const int group) {
  const size_t apart = length * LANES, width = count * LANES;
  for (size_t first = 0; first < length; first += STEPS) {
    const size_t steps = length - first < STEPS ? length - first : STEPS;
    for (size_t right = 0; right < count; right += CHK_PANEL_GROUP) {
      for (size_t left = 0; left < right + CHK_PANEL_GROUP; left++) {
        for (int row = 0; row < LANES; row += rows) {
          for (int part = 0; part < CHK_PANEL_GROUP; part += group) {
            add_block(panels + left * apart + first * LANES + row,
                      panels + (right + (size_t)part) * apart + first * LANES, apart, steps,
                      products + (left * LANES + (size_t)row) * width + (right + (size_t)part) * LANES, width, rows,
                      group);
          }
        }
      }
    }
  }
}

/// Sixteen registers of two lanes: two rows against one panel.
static void add_portable(const double *panels, size_t count, size_t length, double *products) {
  add_triangle(panels, count, length, products, 2, 1);
}

#if defined(__x86_64__)

/// Sixteen registers of four lanes: four rows against one panel.
__attribute__((target("avx2,fma"))) static void add_avx2(const double *panels, size_t count, size_t length,
                                                         double *products) {
  add_triangle(panels, count, length, products, 4, 1);
}

/// Thirty-two registers of eight lanes: eight rows against three panels.
__attribute__((target("avx512f,fma"))) static void add_avx512(const double *panels, size_t count, size_t length,
                                                              double *products) {
  add_triangle(panels, count, length, products, LANES, CHK_PANEL_GROUP);
}

enum chk_instructions chk_best_instructions(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("fma")) return CHK_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return CHK_AVX2;
  return CHK_PORTABLE;
}

#else

enum chk_instructions chk_best_instructions(void) { return CHK_PORTABLE; }

#endif

int chk_products(enum chk_instructions instructions, const double *panels, size_t panel_count, size_t length,
                 double *products) {
  if (instructions > chk_best_instructions() || panel_count % CHK_PANEL_GROUP != 0) return -1;
#if defined(__x86_64__)
  if (instructions == CHK_AVX512) add_avx512(panels, panel_count, length, products);
  if (instructions == CHK_AVX2) add_avx2(panels, panel_count, length, products);
#endif
  if (instructions == CHK_PORTABLE) add_portable(panels, panel_count, length, products);
  return 0;
}
