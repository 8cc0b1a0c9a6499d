import type { Family } from '../../../server/needs/families.rules';
import breeding from '../../pictures/family-breeding.svg';
import ecommerce from '../../pictures/family-ecommerce.svg';
import handicraft from '../../pictures/family-handicraft.svg';
import homeService from '../../pictures/family-home-service.svg';
import planting from '../../pictures/family-planting.svg';
import tourism from '../../pictures/family-tourism.svg';

/** The picture of each skill family. */
export const familyPictures: Readonly<Record<Family, string>> = {
  planting,
  breeding,
  tourism,
  home_service: homeService,
  handicraft,
  ecommerce,
};
