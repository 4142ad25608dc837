/** Database milliseconds (BigInt) as numbers, and back: only the store knows BigInt. */
export function ms(value: bigint): number;
export function ms(value: bigint | null): number | null;
export function ms(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}

export function big(value: number): bigint {
  return BigInt(Math.trunc(value));
}
