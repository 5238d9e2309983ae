/** Little-endian numbers out of bytes that may end anywhere: beyond the end all is 0. */

export const u8 = (bytes: Buffer, at: number): number => bytes[at] ?? 0;

export const u16 = (bytes: Buffer, at: number): number => u8(bytes, at) | (u8(bytes, at + 1) << 8);

export const i16 = (bytes: Buffer, at: number): number => (u16(bytes, at) << 16) >> 16;

export const i32 = (bytes: Buffer, at: number): number =>
  u16(bytes, at) | (u16(bytes, at + 2) << 16);

export const u32 = (bytes: Buffer, at: number): number => i32(bytes, at) >>> 0;
