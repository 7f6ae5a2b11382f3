"""Verifying Ed25519 signatures (RFC 8032, 5.1.7, the equation without the cofactor). Standard library only."""
import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def decode(raw):
    """A point in extended coordinates (x, y, z, xy), or None when the 32 bytes are no point or not its one spelling."""
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def encode(point):
    x, y, z, _ = point
    inverse = pow(z, P - 2, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


BASE = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verify(key, message, signature):
    """True when the 64 bytes are the signature of the message by the 32-byte public key."""
    public = decode(key)
    scalar = int.from_bytes(signature[32:], "little")
    if public is None or len(signature) != 64 or scalar >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus = (P - public[0], public[1], 1, P - public[3])
    # scalar * BASE - challenge * public, both in one walk down the bits.
    step = {(1, 0): BASE, (0, 1): minus, (1, 1): add(BASE, minus)}
    result = (0, 1, 1, 0)
    for bit in range(252, -1, -1):
        result = add(result, result)
        chosen = step.get((scalar >> bit & 1, challenge >> bit & 1))
        if chosen:
            result = add(result, chosen)
    return encode(result) == signature[:32]
