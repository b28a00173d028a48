package org.counterpose.body;

/** A stiff part of a body. */
public enum Segment {
  PELVIS,
  LUMBAR,
  THORAX,
  NECK,
  HEAD,
  LEFT_UPPER_ARM,
  RIGHT_UPPER_ARM,
  LEFT_FOREARM,
  RIGHT_FOREARM,
  LEFT_HAND,
  RIGHT_HAND,
  LEFT_THIGH,
  RIGHT_THIGH,
  LEFT_SHANK,
  RIGHT_SHANK,
  LEFT_FOOT,
  RIGHT_FOOT
}
