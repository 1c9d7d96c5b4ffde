/** Holds the tests' own check of signatures against the examples that the specification publishes. */
import { describe, expect, it } from 'vitest';
import { signatureOf, verifySignature, type SignedRequest } from './test-sigv4.ts';

const OWN = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const TIME = '20130524T000000Z';
const headers = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': TIME, 'x-amz-content-sha256': EMPTY };

const EXAMPLES: readonly (readonly [name: string, request: SignedRequest, signature: string])[] = [
  [
    'GET object',
    { method: 'GET', target: '/test.txt', headers: { ...headers, range: 'bytes=0-9' } },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT object',
    {
      method: 'PUT',
      target: '/test%24file.text',
      headers: {
        ...headers,
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      },
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'GET bucket lifecycle',
    { method: 'GET', target: '/?lifecycle', headers },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'GET bucket (list objects)',
    { method: 'GET', target: '/?max-keys=2&prefix=J', headers },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
];

describe('the specification’s examples', () => {
  it.each(EXAMPLES)('%s', (_name, request, signature) => {
    const names = Object.keys(request.headers).toSorted();
    expect(signatureOf(request, names, OWN, TIME)).toBe(signature);
    const authorization =
      `AWS4-HMAC-SHA256 Credential=${OWN.accessKey}/20130524/us-east-1/s3/aws4_request,` +
      `SignedHeaders=${names.join(';')},Signature=${signature}`;
    const signed = { ...request, headers: { ...request.headers, authorization } };
    const then = Date.UTC(2013, 4, 24);
    expect(verifySignature(signed, OWN, then)).toBe('ok');
    expect(verifySignature({ ...signed, method: 'DELETE' }, OWN, then)).toBe('SignatureDoesNotMatch');
    expect(verifySignature(signed, { ...OWN, secretKey: 'x' }, then)).toBe('SignatureDoesNotMatch');
    expect(verifySignature(signed, { ...OWN, accessKey: 'x' }, then)).toBe('InvalidAccessKeyId');
    expect(verifySignature(signed, OWN, then + 16 * 60_000)).toBe('RequestTimeTooSkewed');
    const unsigned = { ...signed, headers: { ...signed.headers, 'x-amz-acl': 'public-read' } };
    expect(verifySignature(unsigned, OWN, then)).toBe('AccessDenied');
  });
});
